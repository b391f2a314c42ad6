import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EnvironmentSpec } from '../../apis/environment/schema.ts'
import { environmentTypes } from '../../apis/platform/classes.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { environmentOf } from '../../functions/settings/environment.ts'
import { tenancyOf } from '../../functions/settings/tenancy.ts'

const spec = (more: Partial<EnvironmentSpec> = {}): EnvironmentSpec => ({
  type: 'Development',
  namespace: { mode: 'Create' },
  ...more,
})

describe('the bounds of an environment', () => {
  it('come from its own spec, then from its type in the platform, then from what is built in', () => {
    const platform: PlatformSpec = {
      environmentTypes: [
        { name: 'Test', podSecurity: { level: 'Baseline', mode: 'Warn' }, quota: { cpu: '1', pods: 7 } },
      ],
    }
    const own = spec({ type: 'Test', podSecurity: { level: 'Privileged' }, quota: { cpu: '2' } })
    const { level, mode, isolation, quota } = tenancyOf(own, environmentOf(platform, 'Test'))
    expect({ level, mode, isolation, cpu: quota.cpu, pods: quota.pods, memory: quota.memory }).toEqual({
      level: { value: 'Privileged', from: 'claim' },
      mode: { value: 'Warn', from: 'environment type' },
      isolation: { value: 'Namespace', from: 'built in' },
      cpu: { value: '2', from: 'claim' },
      pods: { value: '7', from: 'environment type' },
      memory: { value: '64Gi', from: 'built in' },
    })
  })

  it('are closed where nobody says anything, whatever the type, or a forgotten field opens a namespace', () => {
    fc.assert(
      fc.property(fc.constantFrom(...environmentTypes), type => {
        const { isolation, level, mode } = tenancyOf(spec({ type }), environmentOf({}, type))
        expect([isolation.value, level.value, mode.value]).toEqual(['Namespace', 'Restricted', 'Enforce'])
      }),
    )
  })

  it('hold Production back from deletion and not by numbers, and a Preview by both less', () => {
    const bounds = (type: EnvironmentSpec['type']) => tenancyOf(spec({ type }), environmentOf({}, type))
    expect([bounds('Production').protection.value, bounds('Production').quota]).toEqual(['Enabled', {}])
    expect(bounds('Preview')).toMatchObject({
      protection: { value: 'Disabled' },
      quota: { loadBalancers: { value: '0' } },
    })
  })
})
