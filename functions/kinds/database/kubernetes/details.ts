import type { ResourceSelector } from '../../../runtime/protocol.ts'
import { secretValue, type Details } from '../connection.ts'
import type { KubernetesDatabase } from './database.ts'
import { whenClusterReady } from './readiness.ts'

const credentialsRequirement = 'app-credentials'
const authorityRequirement = 'certificate-authority'

/** The operator keeps the password and the certificate authority in Secrets of its own: fetched, so that rotation is seen. */
export const requirements = ({ claim, kubernetes }: KubernetesDatabase): readonly [string, ResourceSelector][] =>
  [
    [credentialsRequirement, `${kubernetes.clusterName}-app`] as const,
    [authorityRequirement, `${kubernetes.clusterName}-ca`] as const,
  ].map(([requirement, matchName]) => [
    requirement,
    { apiVersion: 'v1', kind: 'Secret', matchName, namespace: claim.namespace },
  ])

/** The password is there before the server is; nothing is told until it has been up once. */
export const details = ({ claim, kubernetes, observed, availability }: KubernetesDatabase): Details => {
  const server = observed.composed('cluster')?.resource
  const up = observed.composed('connection') !== undefined || (server !== undefined && whenClusterReady(server).ready)
  const service = (role: string) => (up ? `${kubernetes.clusterName}-${role}.${claim.namespace}.svc` : undefined)
  return {
    host: service('rw'),
    // The read-only service has no endpoint while there is only one instance.
    readOnlyHost: service(availability === 'MultiZone' ? 'ro' : 'rw'),
    password: secretValue(observed.required(credentialsRequirement)?.[0], 'password'),
    caCertificate: secretValue(observed.required(authorityRequirement)?.[0], 'ca.crt'),
  }
}
