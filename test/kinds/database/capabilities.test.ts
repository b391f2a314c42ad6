import { expect, it } from 'vitest'
import { availabilities } from '../../../apis/blocks/availability.ts'
import { deletionPolicies } from '../../../apis/blocks/deletion.ts'
import { exposures } from '../../../apis/blocks/network-access.ts'
import { providers } from '../../../apis/blocks/placement.ts'
import { databaseSpec } from '../../../apis/database/schema.ts'
import { bounds, choices } from '../../../functions/kinds/database/capabilities.ts'
import { at } from '../../../functions/runtime/read.ts'
import type { Json } from '../../../functions/runtime/json.ts'
import { defaultVersion } from '../../../functions/kinds/database/resolve/version.ts'

/** Tables whose values are values of a field. */
const fields: readonly (readonly [offered: Readonly<Record<string, readonly string[]>>, allowed: readonly string[]])[] =
  [
    [choices.availability.offered, availabilities],
    [choices.deletionPolicy.offered, deletionPolicies],
    [choices.exposure.offered, exposures],
    [choices.storageType.offered, ['SSD', 'HighIOPS']],
    [choices.encoding.offered, ['UTF8', 'LATIN1']],
    [choices.atRest.offered, ['ProviderManaged', 'CustomerManaged']],
    [choices.pointInTimeRecovery.offered, ['Enabled', 'Disabled']],
  ]

/** The field of the claim's schema at a path such as `spec.databases[].encoding`. */
const fieldAt = (path: string): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<Json | undefined>(
      (schema, step) => {
        const field = at(schema, 'properties', step.replace('[]', ''))
        return step.endsWith('[]') ? at(field, 'items') : field
      },
      databaseSpec as unknown as Json,
    )

it.each(Object.entries({ ...choices, ...bounds }))('names for %s a field that the claim has', (_name, { field }) => {
  expect(fieldAt(field)).toMatchObject({ type: expect.any(String) as string })
})

it('has a row of its own for each thing in the docs’ matrix', () => {
  const titles = Object.values({ ...choices, ...bounds }).map(({ title }) => title)
  expect(titles.filter(title => /^[A-Z][A-Za-z, -]+$/.test(title))).toHaveLength(titles.length)
  expect(new Set(titles).size).toBe(titles.length)
})

it('knows versions as the claim writes them, and rates by their fields', () => {
  for (const version of Object.values(choices.version.offered).flat()) expect(version).toMatch(/^[1-9][0-9]$/)
  for (const rate of Object.values(choices.provisionedRate.offered).flat())
    expect(fieldAt(`spec.storage.${rate}`)).toMatchObject({ type: 'integer' })
})

it.each(providers)('offers on %s only what the API can ask for, and something of each', provider => {
  for (const [offered, allowed] of fields) {
    expect(offered[provider]?.length).toBeGreaterThan(0)
    expect(allowed).toEqual(expect.arrayContaining([...(offered[provider] ?? [])]))
  }
})

it.each(providers)('offers the default version on %s first, or a claim without a word is refused', provider => {
  expect(choices.version.offered[provider][0]).toBe(defaultVersion)
})

it('has no newer version that every provider offers, or the default is out of date', () => {
  const common = choices.version.offered.AWS.filter(version =>
    providers.every(provider => (choices.version.offered[provider] as readonly string[]).includes(version)),
  )
  expect(common.toSorted().at(-1)).toBe(defaultVersion)
})

it.each(providers)('allows on %s the built-in retention and the port of Postgres', provider => {
  const [days, port] = [bounds.retentionDays.bounds[provider], bounds.port.bounds[provider]]
  expect(days[0]).toBeLessThanOrEqual(7)
  expect(days[1]).toBeGreaterThanOrEqual(28)
  expect(port[0]).toBeLessThanOrEqual(5432)
  expect(port[1]).toBeGreaterThanOrEqual(5432)
})

it('never falls back to what deletes data where something safer is offered', () => {
  expect(providers.map(provider => choices.deletionPolicy.offered[provider][0])).toEqual([
    'Snapshot',
    'Snapshot',
    'Orphan',
    'Delete',
  ])
})
