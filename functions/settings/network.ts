import ip from 'ipaddr.js'
import type { NetworkAccess } from '../../apis/blocks/network-access.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../runtime/errors.ts'
import * as builtIn from './built-in.ts'

/** What of a claim's network wishes the platform does not allow. */
export const networkRefusals = (network: NetworkAccess, { policy = {} }: PlatformSpec): readonly Refusal[] => {
  const exposures = policy.exposures ?? ['Private']
  const cidrs = policy.allowedCidrs ?? builtIn.allowedCidrs
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
    ...(network.allowedCidrs ?? []).flatMap(({ name, cidr }) =>
      cidrRefusals(`spec.network.allowedCidrs[${name}].cidr`, cidr, cidrs),
    ),
  ]
}

const cidrRefusals = (path: string, cidr: string, allowed: readonly string[]): readonly Refusal[] => {
  if (!ip.IPv4.isValidCIDRFourPartDecimal(cidr)) return [refuse('InvalidClaim', path, `${cidr} is not an IPv4 range`)]
  const canonical = networkAddress(cidr)
  if (canonical !== cidr) return [refuse('InvalidClaim', path, `${cidr} has host bits: write ${canonical}`)]
  if (allowed.some(outer => contains(outer, cidr))) return []
  return [refuse('CidrNotAllowed', path, `${cidr} is not inside ${allowed.join(', ')}`)]
}

const networkAddress = (cidr: string): string =>
  `${ip.IPv4.networkAddressFromCIDR(cidr).toString()}/${cidr.split('/')[1]}`

const contains = (outer: string, inner: string): boolean => {
  const [network, prefix] = ip.IPv4.parseCIDR(outer)
  const [address, innerPrefix] = ip.IPv4.parseCIDR(inner)
  return innerPrefix >= prefix && address.match(network, prefix)
}

/** The first and the last address of a range: what Azure's firewall rules want. */
export const addressRange = (cidr: string): readonly [first: string, last: string] => [
  ip.IPv4.networkAddressFromCIDR(cidr).toString(),
  ip.IPv4.broadcastAddressFromCIDR(cidr).toString(),
]
