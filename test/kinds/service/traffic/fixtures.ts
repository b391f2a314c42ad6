import { expect } from 'vitest'
import type { JsonObject } from '../../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../../functions/runtime/read.ts'
import { platform, serviceClaim } from '../../../harness/claims.ts'
import { convergeService } from '../../../harness/services.ts'

export const gateway = { name: 'public', namespace: 'gateways', sectionName: 'https', httpSectionName: 'http' }

const traffic = new Set([
  'Certificate',
  'ListenerSet',
  'HTTPRoute',
  'GRPCRoute',
  'Ingress',
  'SecurityPolicy',
  'BackendTrafficPolicy',
])

/** What comes of one ingress, by kind, on a platform whose traffic goes this way. */
export const composed = async (ingress: JsonObject, change: JsonObject = {}, port: JsonObject = {}) => {
  const made = await convergeService(
    serviceClaim({
      ports: [{ name: 'http', port: 8080, ...port }],
      networking: { ingress: [{ name: 'web', domain: 'api.company.example', ...change }] },
    }),
    {
      platform: platform({
        providers: { kubernetes: { network: { ingressNamespace: 'ingress' }, ingress } },
        policy: { exposures: ['Public'], domains: ['company.example'] },
        integrations: {
          certificates: { engine: 'CertManager', issuers: [{ name: 'letsencrypt' }, { name: 'own', kind: 'Issuer' }] },
          identityProviders: [
            { name: 'staff', issuer: 'https://login.example', jwksUrl: 'https://login.example/keys' },
          ],
        },
      }),
    },
  )
  expect(made.convergence.outcome).toBe('ready')
  return {
    status: objectAt(made.convergence.composite, 'status'),
    objects: Object.fromEntries(
      made.plane.api
        .list()
        .filter(({ kind }) => typeof kind === 'string' && traffic.has(kind))
        .map(object => [textAt(object, 'metadata', 'labels', 'app.kubernetes.io/component') ?? '', object]),
    ),
  }
}

export const specOf = (object: JsonObject | undefined) => object?.['spec']
