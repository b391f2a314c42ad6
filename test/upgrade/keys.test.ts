import { describe, expect, it } from 'vitest'
import { kinds } from '../../functions/kinds/index.ts'
import { keyKind } from '../../functions/runtime/keys.ts'
import { providers } from '../../apis/blocks/placement.ts'
import { observeComposed } from '../../simulator/core/observe.ts'
import { example, exampleNames } from '../harness/files.ts'
import { convergeClaim } from '../harness/plane.ts'
import released from './keys.json' with { type: 'json' }

describe('keys', () => {
  it.each(Object.entries(released))(
    'of %s that were ever released are still known, or an upgrade deletes databases',
    (kind, keys) => {
      const module = kinds.find(known => known.kind === kind)
      const missing = keys.filter(key => !Object.hasOwn(module?.keys ?? {}, key))
      expect(missing).toEqual([])
    },
  )

  it('are all written down here, or the next release could lose one unseen', () => {
    const known = Object.fromEntries(
      kinds
        .filter(({ keys }) => Object.keys(keys).length > 0)
        .map(({ kind, keys }) => [kind, Object.keys(keys).toSorted()]),
    )
    expect(known).toEqual(released)
  })

  it.each(exampleNames('database').flatMap(name => providers.map(provider => [name, provider] as const)))(
    'that %s composes on %s are all in the table',
    async (name, provider) => {
      const { calls } = await convergeClaim(example('database', name), { provider })
      const table = kinds.find(({ kind }) => kind === 'XDatabase')?.keys ?? {}
      const composed = Object.keys(calls.at(-1)?.response.desired?.resources ?? {})
      expect(composed.filter(key => keyKind(table, key) === undefined)).toEqual([])
    },
  )

  it.each(exampleNames('service'))('that the service %s composes are all in the table', async name => {
    const { plane, ref } = await convergeClaim(example('service', name))
    const table = kinds.find(({ kind }) => kind === 'XService')?.keys ?? {}
    const composed = [...observeComposed(plane.api, plane.api.get(ref) ?? {}).keys()]
    expect(composed.length).toBeGreaterThan(2)
    expect(composed.filter(key => keyKind(table, key) === undefined)).toEqual([])
  })

  it.each(exampleNames('environment'))('that the environment %s composes are all in the table', async name => {
    const { plane, ref } = await convergeClaim(example('environment', name))
    const table = kinds.find(({ kind }) => kind === 'XEnvironment')?.keys ?? {}
    const composed = [...observeComposed(plane.api, plane.api.get(ref) ?? {}).keys()]
    expect(composed.length).toBeGreaterThan(3)
    expect(composed.filter(key => keyKind(table, key) === undefined)).toEqual([])
  })
})
