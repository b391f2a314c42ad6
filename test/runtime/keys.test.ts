import fc from 'fast-check'
import { expect, it } from 'vitest'
import { itemKey, keyKind } from '../../functions/runtime/keys.ts'

const table = { instance: 'stateful', 'ingress-*': 'stateless', 'database-*': 'stateful' } as const

it.each(['', 'toString', '__proto__', 'instances', 'instance-', 'ingress', 'ingress-', 'databases-orders', '*'])(
  'knows no key %j',
  key => {
    expect(keyKind(table, key)).toBeUndefined()
  },
)

it('knows a key by its whole name, and a family by how it begins', () => {
  expect(keyKind(table, 'instance')).toBe('stateful')
  expect(keyKind(table, 'ingress-office')).toBe('stateless')
  expect(keyKind(table, 'database-a')).toBe('stateful')
})

it('prefers the key that is written out, or an exception to a family has no effect', () => {
  expect(keyKind({ 'disk-*': 'stateful', 'disk-cache': 'stateless' }, 'disk-cache')).toBe('stateless')
})

it('spells an item in the letters of keys', () => {
  expect(itemKey('database', 'order_items')).toBe('database-order-items')
  expect(itemKey('ingress', 'Office')).toBe('ingress-office')
})

it('gives every database a key of its own, or two of them are one resource', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-z0-9_]{0,62}$/), name => {
      const key = itemKey('database', name)
      expect(key.slice('database-'.length).replaceAll('-', '_')).toBe(name)
      expect(keyKind(table, key)).toBe('stateful')
    }),
  )
})

it('keeps the name of a range as it is, or two ranges are one rule', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/), name => {
      expect(itemKey('ingress', name)).toBe(`ingress-${name}`)
    }),
  )
})
