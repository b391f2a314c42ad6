import type { Plan } from '../../../runtime/plan.ts'
import { whenManaged } from '../../../runtime/readiness.ts'
import type { ServiceKey } from '../keys.ts'
import type { Service } from '../service.ts'
import { onAws } from './aws.ts'
import { clientIdOf, onAzure } from './azure.ts'
import { emailOf, onGcp } from './gcp.ts'

/** What makes the pods somebody on the cloud that the cluster runs on. Never a key: the cloud trusts the cluster. */
export const identityPlan = (service: Service): Plan<ServiceKey> => {
  const { identity } = service
  switch (identity?.cloud) {
    case 'AWS':
      return onAws(service, identity)
    case 'GCP':
      return onGcp(service, identity)
    case 'Azure':
      return onAzure(service, identity)
    case undefined:
      return {}
  }
}

/** What has to be ready before a pod starts: it is given its identity then, or never. */
const needed = { AWS: 'identity-association', GCP: 'identity-user', Azure: 'identity-credential' } as const

/** Why a pod that starts now would be nobody; `undefined` when it would not. */
export const identityMissing = (service: Service): string | undefined => {
  const { identity, observed } = service
  if (!identity) return undefined
  const key = needed[identity.cloud]
  const made = observed.composed(key)?.resource
  const { ready, message = 'creating' } = made ? whenManaged(made) : { ready: false }
  if (!ready) return `${key}: ${message}`
  return identity.cloud === 'Azure' && clientIdOf(service) === undefined ? 'its client is not known yet' : undefined
}

/** By what the cluster's own webhook or agent knows whose account a ServiceAccount stands for. */
export const accountAnnotations = (service: Service): Readonly<Record<string, string>> => {
  const { identity } = service
  const clientId = clientIdOf(service)
  if (identity?.cloud === 'GCP') return { 'iam.gke.io/gcp-service-account': emailOf(service, identity) }
  return identity?.cloud === 'Azure' && clientId ? { 'azure.workload.identity/client-id': clientId } : {}
}

/** By what Azure's webhook knows the pods that it is for. */
export const identityLabels = ({ identity }: Service): Readonly<Record<string, string>> =>
  identity?.cloud === 'Azure' ? { 'azure.workload.identity/use': 'true' } : {}
