import fc from 'fast-check'
import { expect, it } from 'vitest'
import { composedName, stableHash } from '../../functions/runtime/names.ts'

const orders = { name: 'orders', uid: '4f6b' }

const owner = fc.record({ name: fc.oneof(fc.string({ unit: 'binary' }), fc.domain()), uid: fc.uuid() })
const part = fc.oneof(fc.constantFrom('instance', 'security-group', 'dns-zone'), fc.string({ maxLength: 80 }))

it.each([
  ['', 'x-instance-'],
  ['---', 'x-instance-'],
  ['42', 'x42-instance-'],
  ['Ünïcödé', 'n-c-d-instance-'],
  ['a..b__c', 'a-b-c-instance-'],
  ['team.orders', 'team-orders-instance-'],
])('makes a name of %j that a cloud accepts', (name, beginning) => {
  expect(composedName({ ...orders, name }, 'instance').slice(0, -8)).toBe(beginning)
})

it('is valid on every provider, whatever the claim is called', () => {
  fc.assert(
    fc.property(owner, part, (someone, which) => {
      const name = composedName(someone, which)
      expect(name).toMatch(/^[a-z]([a-z0-9-]*[a-z0-9])?$/)
      expect(name).not.toContain('--')
      expect(name.length).toBeLessThanOrEqual(50)
    }),
  )
})

it('never changes, or an upgrade of the function makes every database anew', () => {
  expect(composedName(orders, 'instance')).toBe('orders-instance-nisvp64c')
  expect(composedName(orders, 'database-a-very-long-name-of-a-logical-database')).toBe(
    'orders-database-a-very-long-name-of-a-log-lbqgdp5c',
  )
})

it('differs for a claim that is made again, or it adopts what the old one left behind', () => {
  fc.assert(
    fc.property(owner, part, fc.uuid(), (someone, which, uid) => {
      fc.pre(uid !== someone.uid)
      expect(composedName({ ...someone, uid }, which)).not.toBe(composedName(someone, which))
    }),
  )
})

it('differs for every part of a claim, also where the readable half is cut off', () => {
  fc.assert(
    fc.property(owner, part, part, (someone, one, other) => {
      fc.pre(one !== other)
      expect(composedName(someone, one)).not.toBe(composedName(someone, other))
    }),
  )
})

it('tells whose it is and what it is, or nobody finds it in the console', () => {
  const long = { ...orders, name: 'customer-relationship-management-archive-of-2019' }
  expect(composedName(long, 'instance')).toMatch(/^customer-relationship-management-instance-[a-z2-7]{8}$/)
  expect(composedName({ ...orders, name: 'warehousing' }, `database-${'x'.repeat(60)}`)).toMatch(
    /^warehous-database-x{23}-[a-z2-7]{8}$/,
  )
})

it('hashes parts, not their concatenation, or ab + c is a + bc', () => {
  expect(stableHash('ab', 'c')).not.toBe(stableHash('a', 'bc'))
  expect(stableHash('ab', 'c')).not.toBe(stableHash('abc'))
})

it('has 40 bits of hash in letters that names may have', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), parts => {
      expect(stableHash(...parts)).toMatch(/^[a-z2-7]{8}$/)
      expect(stableHash(...parts)).toBe(stableHash(...parts))
    }),
  )
})
