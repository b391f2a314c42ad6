import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keys } from '../../../functions/kinds/database/keys.ts'
import { itemKey, keyKind } from '../../../functions/runtime/keys.ts'

const families = Object.keys(keys).filter(key => key.endsWith('-*'))

it('counts as data whatever can’t be made again, or the guard lets it go, and nothing else, or it never can', () => {
  const kinds = Object.entries(keys).map(([key, kind]) => `${kind} ${key}`)
  expect(kinds.filter(line => !line.startsWith('stateless ')).toSorted()).toEqual([
    'stateful cluster',
    'stateful connection',
    'stateful database-*',
    'stateful dns-zone',
    'stateful instance',
    'stateful password',
    'stateful server',
    'stateful user',
  ])
})

it('counts every database of a claim as data, whatever it is called', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-z0-9_]{0,62}$/), name => {
      expect(keyKind(keys, itemKey('database', name))).toBe('stateful')
    }),
  )
})

it('lets rules go, whatever they are called, or access can never be taken back', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/), name => {
      for (const family of ['ingress', 'clients', 'firewall'])
        expect(keyKind(keys, itemKey(family, name))).toBe('stateless')
    }),
  )
})

it('has no two families of which one begins like the other: a key belongs to one', () => {
  for (const one of families) expect(families.filter(other => one.startsWith(other.slice(0, -1)))).toEqual([one])
})
