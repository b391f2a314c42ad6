import fc from 'fast-check'
import { expect, it } from 'vitest'
import { refuse } from '../../functions/runtime/errors.ts'
import { addressRange, networkRefusals } from '../../functions/settings/network.ts'

const path = 'spec.network.allowedCidrs[office].cidr'

const refusalsFor = (cidr: string, allowedCidrs: readonly string[] = ['0.0.0.0/0']) =>
  networkRefusals({ allowedCidrs: [{ name: 'office', cidr }] }, { policy: { allowedCidrs: [...allowedCidrs] } })

/** An address as 32 bits, and back: the naive way. */
const bits = (address: string): string =>
  address
    .split('.')
    .map(part => Number(part).toString(2).padStart(8, '0'))
    .join('')

const dotted = (text: string): string => [0, 8, 16, 24].map(at => Number.parseInt(text.slice(at, at + 8), 2)).join('.')

const first = (text: string, prefix: number) => dotted(text.slice(0, prefix).padEnd(32, '0'))
const last = (text: string, prefix: number) => dotted(text.slice(0, prefix).padEnd(32, '1'))

const range = fc
  .tuple(fc.ipV4(), fc.nat(32))
  .map(([address, prefix]) => ({ prefix, bits: bits(address), cidr: `${first(bits(address), prefix)}/${prefix}` }))

it.each([
  '',
  'everywhere',
  '10.0.0.0',
  '10.0.0/8',
  '300.0.0.0/8',
  '10.0.0.0/33',
  '010.0.0.0/8',
  '::1/128',
  '10.0.0.0/8 ',
])('takes %j for no range, or a cloud refuses it minutes later', cidr => {
  expect(refusalsFor(cidr)).toEqual([refuse('InvalidClaim', path, `${cidr} is not an IPv4 range`)])
})

it('refuses host bits and tells the range that is meant: clouds drop them, and the claim differs for ever', () => {
  expect(refusalsFor('10.1.2.3/8')).toEqual([
    refuse('InvalidClaim', path, '10.1.2.3/8 has host bits: write 10.0.0.0/8'),
  ])
  fc.assert(
    fc.property(range, fc.ipV4(), ({ prefix }, address) => {
      const meant = `${first(bits(address), prefix)}/${prefix}`
      expect(refusalsFor(`${address}/${prefix}`)).toEqual(
        meant === `${address}/${prefix}`
          ? []
          : [refuse('InvalidClaim', path, `${address}/${prefix} has host bits: write ${meant}`)],
      )
    }),
  )
})

it('allows a range exactly where each of its addresses is allowed', () => {
  const near = range.chain(outer =>
    fc.tuple(fc.constant(outer), fc.nat(32), fc.ipV4()).map(([{ bits: stem, prefix }, longer, address]) => {
      const inner = `${stem.slice(0, prefix)}${bits(address).slice(prefix)}`
      return { outer, inner: { prefix: longer, bits: inner, cidr: `${first(inner, longer)}/${longer}` } }
    }),
  )
  const any = fc.record({ outer: range, inner: range })
  fc.assert(
    fc.property(fc.oneof(near, any), ({ outer, inner }) => {
      const inside = inner.prefix >= outer.prefix && inner.bits.startsWith(outer.bits.slice(0, outer.prefix))
      expect(refusalsFor(inner.cidr, [outer.cidr])).toEqual(
        inside ? [] : [refuse('CidrNotAllowed', path, `${inner.cidr} is not inside ${outer.cidr}`)],
      )
    }),
    { numRuns: 300 },
  )
})

it('is inside when any of the allowed ranges holds it', () => {
  expect(refusalsFor('10.1.0.0/16', ['192.0.2.0/24', '10.0.0.0/8'])).toEqual([])
  expect(refusalsFor('11.0.0.0/8', ['192.0.2.0/24', '10.0.0.0/8'])).toEqual([
    refuse('CidrNotAllowed', path, '11.0.0.0/8 is not inside 192.0.2.0/24, 10.0.0.0/8'),
  ])
})

it('allows private ranges and no public address unless the platform says otherwise', () => {
  const codes = (cidr: string) => networkRefusals({ allowedCidrs: [{ name: 'a', cidr }] }, {}).map(({ code }) => code)
  expect(['10.9.0.0/16', '172.31.0.0/16', '192.168.1.0/24'].flatMap(codes)).toEqual([])
  expect(['0.0.0.0/0', '172.32.0.0/16', '8.8.8.8/32'].flatMap(codes)).toEqual(Array(3).fill('CidrNotAllowed'))
  expect(networkRefusals({ exposure: 'Private' }, {})).toEqual([])
  expect(networkRefusals({ exposure: 'Public' }, {})).toEqual([
    refuse('ExposureNotAllowed', 'spec.network.exposure', 'Public is not allowed; allowed is Private'),
  ])
  expect(networkRefusals({ exposure: 'Public' }, { policy: { exposures: ['Private', 'Public'] } })).toEqual([])
})

it('asks for nothing when the claim does', () => {
  expect(networkRefusals({}, { policy: { exposures: [], allowedCidrs: [] } })).toEqual([])
})

it('opens Azure’s firewall from the first to the last address of a range', () => {
  fc.assert(
    fc.property(range, ({ bits: all, prefix, cidr }) => {
      expect(addressRange(cidr)).toEqual([first(all, prefix), last(all, prefix)])
    }),
  )
})

it('tells the platform team of a range of its own that is none, or a developer is told that the function has a bug', () => {
  const at = 'XPlatform/default spec.policy.allowedCidrs'
  expect(refusalsFor('10.0.0.0/8', ['300.0.0.0/8'])).toEqual([
    refuse('InvalidPlatform', at, '300.0.0.0/8 is not an IPv4 range'),
  ])
  expect(refusalsFor('10.0.0.0/8', ['10.1.2.3/8'])).toEqual([
    refuse('InvalidPlatform', at, '10.1.2.3/8 has host bits: write 10.0.0.0/8'),
  ])
  expect(networkRefusals({}, { policy: { allowedCidrs: ['300.0.0.0/8'] } })).toEqual([])
})
