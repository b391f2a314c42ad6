import fc from 'fast-check'
import { expect, it } from 'vitest'
import { providers } from '../../apis/blocks/placement.ts'
import * as builtIn from '../../functions/settings/built-in.ts'
import { machineFault } from '../../functions/settings/machines.ts'
import { sizeOf } from '../../functions/settings/sizes.ts'

it('knows the machines of every size that is built in, or each platform is told of a mistake of ours', () => {
  for (const { name } of builtIn.sizes)
    for (const provider of providers) {
      const size = sizeOf(name, provider, {})
      const machine = size.ok ? size.value.machine : 'none'
      expect([provider, machine, machineFault(provider, machine ?? '')]).toEqual([provider, machine, undefined])
    }
})

it.each([
  ['AWS', 'db.m7g.4xlarge', 'db.r8g.48xlarge', 'db.t4g.micro'],
  ['GCP', 'db-f1-micro', 'db-g1-small', 'db-custom-1-3840', 'db-custom-96-638976'],
  ['Azure', 'B_Standard_B1ms', 'GP_Standard_D96ads_v5', 'MO_Standard_E20ds_v4'],
] as const)('%s has %s and its like', (provider, ...machines) => {
  for (const machine of machines) expect([machine, machineFault(provider, machine)]).toEqual([machine, undefined])
})

it.each([
  ['AWS', 'db.m7g.larg', 'm7g.large', 'db.t4g.4xlarge', 'db.m7g.small', 'db.z9.large', 'db.m7g.large '],
  [
    'GCP',
    'db-custom-3-7680',
    'db-custom-2-7681',
    'db-custom-1-3584',
    'db-custom-2-26880',
    'db-n1-standard-1',
    'db-custom-98-256000',
  ],
  ['Azure', 'Standard_D2ds_v5', 'GP_Standard_D3ds_v5', 'B_Standard_B1s', 'MO_Standard_E2'],
] as const)('%s has no %s', (provider, ...machines) => {
  for (const machine of machines)
    expect([machine, machineFault(provider, machine)]).toEqual([machine, expect.any(String)])
})

it('finds no fault with a tier that is made from any size’s CPU and memory', () => {
  const cpu = fc.integer({ min: 1, max: 64 })
  const memory = fc.integer({ min: 1, max: 400 })
  fc.assert(
    fc.property(cpu, memory, (cpus, gibibytes) => {
      const sizes = [{ name: 's', cpu: String(cpus), memory: `${gibibytes}Gi` }]
      const size = sizeOf('s', 'GCP', { classes: { sizes } })
      expect(machineFault('GCP', size.ok ? (size.value.machine ?? '') : '')).toBeUndefined()
    }),
  )
})
