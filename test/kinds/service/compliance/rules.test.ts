import { describe, expect, it } from 'vitest'
import { complianceProfiles } from '../../../../apis/blocks/compliance.ts'
import { rules } from '../../../../functions/kinds/service/compliance/rules.ts'
import type { JsonObject } from '../../../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../../../functions/runtime/read.ts'
import { serviceClaim } from '../../../harness/claims.ts'
import { convergeService, deploymentIn } from '../../../harness/services.ts'
import { certificates, domain, gateway, reached } from '../../../refusals/service-traffic.ts'

describe('compliance profiles', () => {
  it('each have something that they check, with the place that asks for it', () => {
    for (const profile of complianceProfiles) expect(rules.some(({ authority }) => authority[profile])).toBe(true)
    for (const { name, authority, broken, unknown } of rules) {
      expect([name, Object.values(authority).length > 0]).toEqual([name, true])
      expect([name, broken !== undefined || unknown !== undefined]).toEqual([name, true])
    }
  })

  it('let an ordinary service be, and mark its pods for the cluster’s own policies', async () => {
    const profiles = [...complianceProfiles]
    const { plane, convergence } = await convergeService(
      serviceClaim({ databases: [{ name: 'db' }], compliance: { profiles } }),
    )
    expect(convergence.outcome).toBe('ready')
    const labels = objectAt(deploymentIn(plane), 'spec', 'template', 'metadata', 'labels')
    for (const profile of profiles) expect(labels[`platform.roadbed.dev/compliance-${profile}`]).toBe('true')
  })

  it('say what nobody here can know: where a cluster is', async () => {
    const { convergence } = await convergeService(
      serviceClaim({
        databases: [{ name: 'db' }],
        placement: { provider: 'Kubernetes' },
        compliance: { profiles: ['gdpr'] },
      }),
    )
    const reasons = listAt(convergence.composite, 'status', 'deviations').map(deviation => textAt(deviation, 'reason'))
    expect(reasons).toContainEqual(expect.stringContaining('only whoever runs it knows (gdpr: GDPR Art. 44)'))
  })

  it.each<[string, JsonObject, boolean]>([
    ['an Ingress that nobody can tell to redirect', { api: 'Ingress' }, true],
    ['an Ingress that redirects', { api: 'Ingress', implementation: 'IngressNginx' }, false],
    ['a Gateway none of whose listeners is named', { api: 'GatewayAPI', gateway }, true],
    [
      'a Gateway whose listener for HTTPS is named',
      { api: 'GatewayAPI', gateway: { ...gateway, sectionName: 'https' } },
      false,
    ],
    ['listeners of its own', { api: 'GatewayAPI', implementation: 'EnvoyGateway', gateway }, false],
  ])('say whether plain HTTP may be answered by %s', async (_, ingress, told) => {
    const { convergence } = await convergeService(
      serviceClaim({ networking: { ingress: [{ name: 'web', domain }] }, compliance: { profiles: ['pci'] } }),
      reached(ingress, certificates),
    )
    expect(convergence.outcome).toBe('ready')
    const reasons = listAt(convergence.composite, 'status', 'deviations').map(deviation => textAt(deviation, 'reason'))
    expect(reasons.some(reason => reason?.startsWith('whether plain HTTP is answered too'))).toBe(told)
  })
})
