import fc from 'fast-check'
import { expect, it } from 'vitest'
import { guard } from '../../functions/runtime/guard.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { absent, released, waiting, type Entry } from '../../functions/runtime/plan.ts'
import { whenObserved } from '../../functions/runtime/readiness.ts'
import { live, observed } from './fixtures.ts'

const table = { vault: 'stateful', 'disk-*': 'stateful', rule: 'stateless', 'peer-*': 'stateless' } as const
const keys = ['vault', 'disk-a', 'disk-b', 'rule', 'peer-a', 'novelty', 'stranger'] as const
/** The novelty carries our label and is in no table. */
const stateful = new Set<string>(['vault', 'disk-a', 'disk-b', 'novelty'])

const objectFor = (key: string): JsonObject => ({
  apiVersion: 'cloud.example.org/v1',
  kind: 'Thing',
  metadata: {
    name: key,
    labels: key === 'stranger' ? {} : { 'app.kubernetes.io/managed-by': 'roadbed' },
    annotations: {},
  },
  spec: { for: key },
})

const entryFor = (key: string, state: Entry['state'] | 'released'): Entry => {
  switch (state) {
    case 'released':
      return released('its time is over')
    case 'emit':
      return { state, resource: objectFor(key), readiness: whenObserved }
    case 'waiting':
      return waiting('something', 'it is not there')
    case 'absent':
      return absent('not needed')
  }
}

const situation = fc.record({
  key: fc.constantFrom(...keys),
  exists: fc.boolean(),
  planned: fc.constantFrom('emit', 'waiting', 'absent', 'released', undefined),
  allowed: fc.boolean(),
})

const situations = fc.uniqueArray(situation, { selector: ({ key }) => key })

it('never loses what holds data, whatever is planned and whatever exists', () => {
  fc.assert(
    fc.property(situations, all => {
      const plan = Object.fromEntries(
        all.flatMap(({ key, planned }) => (planned ? [[key, entryFor(key, planned)] as const] : [])),
      )
      const existing = all.filter(({ exists }) => exists)
      const seen = observed({
        claim: {
          metadata: {
            annotations: {
              'platform.roadbed.dev/allow-removal': all.flatMap(one => (one.allowed ? [one.key] : [])).join(','),
            },
          },
        },
        composed: Object.fromEntries(existing.map(({ key }) => [key, live(objectFor(key), { status: { up: true } })])),
      })
      const lost = existing
        .filter(({ key, planned }) => stateful.has(key) && (planned === undefined || planned === 'absent'))
        .flatMap(({ key, allowed }) => (allowed ? [] : [key]))

      const outcome = guard(plan, table, seen, new Set())

      expect(outcome.ok ? [] : outcome.refusals.map(({ code, path }) => `${code} ${path}`)).toEqual(
        lost.toSorted().map(key => `StatefulResourceRemoved ${key}`),
      )
      const sent = outcome.ok ? outcome.value : plan
      for (const { key, planned, exists } of all) {
        const entry = sent[key]
        const latched = outcome.ok && exists && planned === 'waiting'
        expect(entry?.state).toBe(latched ? 'emit' : planned === 'released' ? 'absent' : planned)
        if (entry?.state === 'emit') expect(entry.resource).toEqual(objectFor(key))
      }
    }),
    { numRuns: 300 },
  )
})
