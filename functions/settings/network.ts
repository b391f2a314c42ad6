import ip from 'ipaddr.js'
import type { NetworkAccess } from '../../apis/blocks/network-access.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../runtime/errors.ts'
import { remembering } from '../runtime/remember.ts'
import * as builtIn from './built-in.ts'
import { platformPath } from './platform.ts'

/** What of a claim's network wishes the platform does not allow. */
export const networkRefusals = (network: NetworkAccess, { policy = {} }: PlatformSpec): readonly Refusal[] => {
  const exposures = policy.exposures ?? ['Private']
  const cidrs = policy.allowedCidrs ?? builtIn.allowedCidrs
  const asked = network.allowedCidrs ?? []
  const wrong = asked.length === 0 ? [] : platformRangeRefusals(cidrs, `${platformPath}.policy.allowedCidrs`)
  return [
    ...(network.exposure && !exposures.includes(network.exposure)
      ? [
          refuse(
            'ExposureNotAllowed',
            'spec.network.exposure',
            `${network.exposure} is not allowed; allowed is ${exposures.join(', ')}`,
          ),
        ]
      : []),
    ...(wrong.length > 0 ? wrong : asked.flatMap(({ name, cidr }) => cidrRefusals(name, cidr, cidrs))),
  ]
}

/** The platform's ranges that a cloud would refuse, or bring back in another spelling. */
export const platformRangeRefusals = (ranges: readonly string[], path: string): readonly Refusal[] =>
  ranges.flatMap(range => {
    const fault = rangeFault(range)
    return fault === undefined ? [] : [refuse('InvalidPlatform', path, fault)]
  })

/** What is wrong with a range, if anything: clouds drop host bits, so that what they report would differ for ever. */
export const rangeFault = (cidr: string): string | undefined => {
  const canonical = canonicalRange(cidr)
  if (canonical === '') return `${cidr} is not an IPv4 range`
  return canonical === cidr ? undefined : `${cidr} has host bits: write ${canonical}`
}

/** The spelling of a range without host bits; empty for what is no range. */
const canonicalRange = remembering(1024, cidr =>
  ip.IPv4.isValidCIDRFourPartDecimal(cidr)
    ? `${ip.IPv4.networkAddressFromCIDR(cidr).toString()}/${cidr.split('/')[1]}`
    : '',
)

const cidrRefusals = (name: string, cidr: string, allowed: readonly string[]): readonly Refusal[] => {
  const path = `spec.network.allowedCidrs[${name}].cidr`
  const fault = rangeFault(cidr)
  if (fault !== undefined) return [refuse('InvalidClaim', path, fault)]
  if (allowed.some(outer => contains(outer, cidr))) return []
  return [refuse('CidrNotAllowed', path, `${cidr} is not inside ${allowed.join(', ')}`)]
}

/** Whether one range is inside of another. */
export const contains = (outer: string, inner: string): boolean => {
  const [network, prefix] = parsed(outer)
  const [address, innerPrefix] = parsed(inner)
  return innerPrefix >= prefix && address.match(network, prefix)
}

/** The same few ranges come with every claim. */
const parsed = remembering(1024, cidr => ip.IPv4.parseCIDR(cidr))

/** The first and the last address of a range: what Azure's firewall rules want. */
export const addressRange = (cidr: string): readonly [first: string, last: string] => [
  ip.IPv4.networkAddressFromCIDR(cidr).toString(),
  ip.IPv4.broadcastAddressFromCIDR(cidr).toString(),
]
