import { expect, it } from 'vitest'
import { providers } from '../../../apis/blocks/placement.ts'
import { onProvider } from '../../../functions/kinds/database/providers.ts'
import { keys } from '../../../functions/kinds/database/keys.ts'
import { keyKind } from '../../../functions/runtime/keys.ts'
import { database, facts } from '../fixtures.ts'

const edge = { hasPassed: () => false, seed: new Uint8Array(32).fill(7) }

const placed = (provider: (typeof providers)[number]) =>
  onProvider(database({ provider, facts: facts[provider], databases: [{ name: 'one' }, { name: 'two' }] }), edge)

it('goes where the facts are, not elsewhere', () => {
  const tell = ['parameter-group-17', 'password', 'server', 'cluster']
  expect(providers.map(provider => tell.filter(key => Object.hasOwn(placed(provider).plan, key)))).toEqual([
    ['parameter-group-17'],
    ['password'],
    ['server'],
    ['cluster'],
  ])
})

it.each(providers)('plans on %s only under keys of the table, or the guard does not know them', provider => {
  for (const key of Object.keys(placed(provider).plan)) expect([key, keyKind(keys, key)]).not.toContain(undefined)
})

it.each(providers)('marks everything on %s with its key and puts it beside the claim', provider => {
  for (const [key, entry] of Object.entries(placed(provider).plan)) {
    if (entry?.state !== 'emit') continue
    expect(entry.resource).toMatchObject({
      metadata: { namespace: 'team-a', labels: { 'app.kubernetes.io/component': key } },
    })
  }
})

it.each(providers)('refuses nothing on %s of a small claim, and knows nothing before anything exists', provider => {
  const { refusals, details, observations } = placed(provider)
  expect(refusals).toEqual([])
  expect([details.host, details.readOnlyHost, details.password]).toEqual([undefined, undefined, undefined])
  expect(observations).toEqual({ engineVersion: undefined, allocated: undefined, zones: [], console: undefined })
})
