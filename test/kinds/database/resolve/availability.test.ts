import { expect, it } from 'vitest'
import { providers } from '../../../../apis/blocks/placement.ts'
import { decideAvailability } from '../../../../functions/kinds/database/resolve/availability.ts'
import { refuse } from '../../../../functions/runtime/errors.ts'
import type { Origin } from '../../../../functions/settings/setting.ts'

const size = (machine: string | undefined) => ({ name: 'small', cpu: '1', memory: '2Gi', storage: '20Gi', machine })

const burstable = size('B_Standard_B1ms')

const multiZone = (from: Origin) => ({ value: 'MultiZone', from }) as const

it('refuses a standby that Azure does not keep for a burstable machine, or the outage comes as a surprise', () => {
  expect(decideAvailability('Azure', multiZone('claim'), burstable)).toEqual({
    value: 'MultiZone',
    refusals: [
      refuse(
        'InvalidCombination',
        'spec.availability',
        'Azure keeps no standby for the burstable size small (B_Standard_B1ms): use size medium or larger',
      ),
    ],
  })
})

it('gives way where only a default asks for it, and says so', () => {
  for (const from of ['environment type', 'built in'] as const)
    expect(decideAvailability('Azure', multiZone(from), burstable)).toEqual({
      value: 'SingleZone',
      deviations: [
        {
          field: 'spec.availability',
          reason: 'Azure keeps no standby for the burstable size small (B_Standard_B1ms)',
        },
      ],
    })
})

it('keeps a standby of everything else', () => {
  expect(decideAvailability('Azure', multiZone('claim'), size('GP_Standard_D2ds_v5'))).toEqual({ value: 'MultiZone' })
  expect(decideAvailability('Azure', { value: 'SingleZone', from: 'claim' }, burstable)).toEqual({
    value: 'SingleZone',
  })
  for (const provider of providers.filter(one => one !== 'Azure'))
    expect(decideAvailability(provider, multiZone('claim'), burstable)).toEqual({ value: 'MultiZone' })
  expect(decideAvailability('Kubernetes', multiZone('claim'), size(undefined))).toEqual({ value: 'MultiZone' })
})
