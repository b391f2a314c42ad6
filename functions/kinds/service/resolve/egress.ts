import type { Egress } from '../../../../apis/service/networking.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { contains, rangeFault } from '../../../settings/network.ts'
import type { NetworkAround } from '../../../settings/network-around.ts'
import type { Binding } from '../binding.ts'
import type { Deviation } from '../../report.ts'
import type { Watch } from '../observability/watch.ts'
import { reachOf, type Places, type Reach } from '../egress/reach.ts'

type Destination = NonNullable<Egress['allow']>[number]

export interface DecidedEgress {
  /** `undefined` where the service itself restricts nothing. */
  readonly value:
    { readonly allow: readonly Destination[]; readonly reaches: readonly Reach[]; readonly known: boolean } | undefined
  readonly refusals: readonly Refusal[]
  readonly deviations: readonly Deviation[]
}

interface Sources extends Places {
  readonly spec: ServiceSpec
  readonly bindings: readonly Binding[]
  /** `undefined` while nobody knows. */
  readonly network: NetworkAround | undefined
  readonly watch: Watch
}

const nothing = { value: undefined, refusals: [], deviations: [] } as const

/** Where a service's pods may connect to, and what in that is not the service's to decide. */
export const decideEgress = ({ spec, bindings, network, watch, ...sources }: Sources): DecidedEgress => {
  const { egress } = spec.networking ?? {}
  if (!egress) return nothing
  if (egress.mode === 'Open')
    return network?.egress === 'Restricted' ? { ...nothing, deviations: [{ field: mode, reason: closed }] } : nothing
  const { allow = [] } = egress
  const reaches = bindings.map(binding => reachOf(binding, allow, sources))
  return {
    value: { allow, reaches, known: network !== undefined },
    refusals: [
      ...allow.flatMap(destination => destinationRefusals(destination, network, sources.observed.claim.namespace)),
      ...reaches.flatMap(reach => (reach.state === 'unreachable' ? [reach.refusal] : [])),
    ],
    deviations: isSending(watch) && watch.collector?.namespace === undefined ? [{ field: mode, reason: unseen }] : [],
  }
}

const isSending = ({ traces, metrics }: Watch): boolean => traces !== undefined || metrics?.mode === 'OTLP'

const mode = 'spec.networking.egress.mode'
const unseen =
  'what it tells of itself does not get out: the platform does not name the collector’s namespace (integrations.tracing.namespace)'
const closed = 'the environment restricts its pods: they connect to name resolution and to what it allows'

const pathOf = ({ name }: Destination, rest: string): string => `spec.networking.egress.allow[${name}].${rest}`

/** Policies add up: what a service opens is open, also in an environment that is closed. So it opens nothing that the environment does not. */
const destinationRefusals = (
  destination: Destination,
  network: NetworkAround | undefined,
  namespace: string,
): readonly Refusal[] => {
  const { cidr, service, ports } = destination
  const fault = cidr === undefined ? undefined : rangeFault(cidr)
  if (fault !== undefined) return [refuse('InvalidClaim', pathOf(destination, 'cidr'), fault)]
  if (network?.egress !== 'Restricted') return []
  const { allow, environment } = network
  if (service)
    return (service.namespace ?? namespace) === namespace
      ? []
      : [
          refuse(
            'CidrNotAllowed',
            pathOf(destination, 'service'),
            `XEnvironment ${environment} lets its pods connect to no other namespace`,
          ),
        ]
  const isAllowed = allow.some(
    outer =>
      contains(outer.cidr, cidr ?? '') &&
      (outer.ports === undefined || (ports !== undefined && ports.every(port => outer.ports?.includes(port)))),
  )
  if (isAllowed) return []
  const open = allow.map(outer => `${outer.cidr}${outer.ports ? ` on ${outer.ports.join(', ')}` : ''}`).join('; ')
  return [
    refuse(
      'CidrNotAllowed',
      pathOf(destination, 'cidr'),
      `${cidr}${ports ? ` on ${ports.join(', ')}` : ' on all ports'} is more than XEnvironment ${environment} allows: ${open || 'nothing'}`,
    ),
  ]
}
