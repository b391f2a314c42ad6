import { describe, expect, it } from 'vitest'
import { textAt } from '../../../../functions/runtime/read.ts'
import { conditionsOf } from '../../../../simulator/core/conditions.ts'
import { serviceClaim } from '../../../harness/claims.ts'
import { convergeService } from '../../../harness/services.ts'
import { refusalsOf } from '../fixtures.ts'

describe('a claim with many mistakes', () => {
  it('is told all of them at once, or a developer mends one after the other', () => {
    expect(
      refusalsOf({
        image: 'docker.io/library/nginx:1',
        runtime: 'cobol-85',
        security: { identity: { permissions: ['everything'] } },
        ports: [
          { name: 'http', port: 8080 },
          { name: 'web', port: 8080 },
        ],
        resources: { memory: '512Mi', limits: { memory: '256Mi' } },
        env: [{ name: 'A', value: '$(db.host)' }],
      }),
    ).toEqual([
      'UnknownRuntime spec.runtime',
      'UnknownPermission spec.security.identity.permissions',
      'ImageNotAllowed spec.image',
      'InvalidCombination spec.ports[web].port',
      'UnknownBinding spec.env[A].value',
      'InvalidCombination spec.resources.limits.memory',
    ])
  })

  it('is told of overrides that are never possible along with the rest', async () => {
    const overrides = [{ target: 'network-policy', reason: 'why', merge: {} }]
    const { convergence } = await convergeService(serviceClaim({ runtime: 'cobol-85', overrides }))
    const configured = conditionsOf(convergence.composite ?? {}).find(({ type }) => type === 'Configured')
    expect(textAt(configured, 'message')?.split('\n')).toEqual([
      expect.stringContaining('spec.runtime: '),
      expect.stringContaining('spec.overrides[0].target: "network-policy" can\'t be changed'),
      expect.stringContaining('Need help?'),
    ])
  })
})
