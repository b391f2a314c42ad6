import fc from 'fast-check'
import { expect, it } from 'vitest'
import { providers } from '../../apis/blocks/placement.ts'
import type { Size } from '../../apis/platform/classes.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { refuse } from '../../functions/runtime/errors.ts'
import { ok, refused } from '../../functions/runtime/result.ts'
import * as builtIn from '../../functions/settings/built-in.ts'
import { sizeOf, sizesOf } from '../../functions/settings/sizes.ts'

const huge: Size = { name: 'huge', cpu: '64', memory: '256Gi' }

const withSizes = (...sizes: Size[]): PlatformSpec => ({ classes: { sizes } })

const machineOnGcp = (cpu: string, memory: string) => {
  const outcome = sizeOf('own', 'GCP', withSizes({ name: 'own', cpu, memory }))
  return outcome.ok ? outcome.value.machine : undefined
}

it('refuses a size that nobody has declared and tells which there are', () => {
  const message = 'there is no size "tiny"; there are small, medium, large, xlarge, huge'
  expect(sizeOf('tiny', 'AWS', withSizes(huge))).toEqual(refused(refuse('UnknownSize', 'spec.size', message)))
  expect(sizeOf('toString', 'AWS', {})).toMatchObject({ ok: false })
})

it.each(providers)('knows the built-in sizes on %s', provider => {
  const machines = { AWS: 'aws', GCP: 'gcp', Azure: 'azure', Kubernetes: undefined } as const
  const field = machines[provider]
  for (const { name, cpu, memory, storage, ...machine } of builtIn.sizes) {
    const expected = { name, cpu, memory, storage: storage ?? '', machine: field && machine[field] }
    expect(sizeOf(name, provider, {})).toEqual(ok(expected))
  }
})

it('takes the platform’s size in place of a built-in one of that name', () => {
  const small = { ...huge, name: 'small', aws: 'db.r7g.large' }
  expect(sizesOf(withSizes(small, huge)).map(({ name }) => name)).toEqual([
    'medium',
    'large',
    'xlarge',
    'small',
    'huge',
  ])
  expect(sizeOf('small', 'AWS', withSizes(small))).toEqual(
    ok({ name: 'small', cpu: '64', memory: '256Gi', storage: '20Gi', machine: 'db.r7g.large' }),
  )
})

it.each(['AWS', 'Azure'] as const)('asks the platform team for the machine on %s, which can’t be guessed', provider => {
  const path = `XPlatform/default spec.classes.sizes[huge].${provider.toLowerCase()}`
  expect(sizeOf('huge', provider, withSizes(huge))).toEqual(
    refused(refuse('MissingPlatformFact', path, `the size "huge" names no machine for ${provider}`)),
  )
})

it('needs no machine in the cluster, and a disk of 20Gi where the size names none', () => {
  expect(sizeOf('huge', 'Kubernetes', withSizes(huge))).toEqual(
    ok({ name: 'huge', cpu: '64', memory: '256Gi', storage: '20Gi', machine: undefined }),
  )
})

it('takes the platform’s tier on GCP before it makes one', () => {
  expect(sizeOf('huge', 'GCP', withSizes({ ...huge, gcp: 'db-perf-optimized-N-64' }))).toMatchObject({
    value: { machine: 'db-perf-optimized-N-64' },
  })
})

it.each([
  ['500m', '512Mi', 'db-custom-1-3840'],
  ['1', '4Gi', 'db-custom-1-4096'],
  ['1500m', '4Gi', 'db-custom-2-4096'],
  ['3', '12Gi', 'db-custom-4-12288'],
  ['2', '3841Mi', 'db-custom-2-4096'],
  ['64', '256Gi', 'db-custom-64-262144'],
  ['1', '16Gi', 'db-custom-4-16384'],
  ['16', '4Gi', 'db-custom-16-14848'],
])('makes of %s CPUs and %s a machine that Cloud SQL has', (cpu, memory, machine) => {
  expect(machineOnGcp(cpu, memory)).toBe(machine)
})

it('never makes a smaller machine than was declared, nor one that Cloud SQL can’t make', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 96 }), fc.integer({ min: 1, max: 640_000 }), (cpus, mebibytes) => {
      const [made = 0, memory = 0] = (machineOnGcp(`${cpus}`, `${mebibytes}Mi`) ?? '').split('-').slice(2).map(Number)
      expect(made).toBeGreaterThanOrEqual(cpus)
      expect(made === 1 || made % 2 === 0).toBe(true)
      expect(memory % 256).toBe(0)
      expect(memory).toBeGreaterThanOrEqual(Math.max(3840, mebibytes))
      expect(memory / 1024 / made).toBeGreaterThanOrEqual(0.9)
      expect(memory / 1024 / made).toBeLessThanOrEqual(6.5)
    }),
  )
})
