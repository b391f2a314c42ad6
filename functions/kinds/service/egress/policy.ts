import { qualified } from '../../../../apis/group.ts'
import type { Egress } from '../../../../apis/service/networking.ts'
import { NetworkPolicy } from '../../../generated/networking.k8s.io/network-policy.ts'
import { absent, waiting, type Entry } from '../../../runtime/plan.ts'
import { object } from '../../composed.ts'
import { nameResolution, namespaceCalled, namespaceNamed, type EgressRule } from '../../network-peers.ts'
import type { Service } from '../service.ts'
import type { Reach } from './reach.ts'

/**
 * Closes the way out of a service's pods, its jobs' too, to all but name resolution, what it is bound to, the platform's collector and what it names. Policies add up: an
 * environment whose egress is restricted opens what that allows.
 */
export const egressPolicy = (service: Service): Entry => {
  const { claim, egress } = service
  if (!egress) return absent('the service restricts nothing')
  if (!egress.known) return waiting('its environment', 'what it allows is not known yet')
  const unknown = egress.reaches.find(reach => reach.state === 'unknown')
  if (unknown) return waiting(`the binding ${unknown.binding}`, 'where it is is not known yet')
  return object(
    claim,
    'egress-policy',
    NetworkPolicy,
    {
      spec: {
        podSelector: { matchLabels: instance(claim.name) },
        policyTypes: ['Egress'],
        egress: [
          nameResolution,
          ...unique(egress.reaches.flatMap(reachRule)),
          ...collectorRules(service),
          ...egress.allow.map(destination => destinationRule(destination, claim.namespace)),
        ],
      },
    },
    // A rule has no name; who reads the policy may want to know what the last of them are for.
    egress.allow.length > 0
      ? { annotations: { [qualified('allow')]: egress.allow.map(({ name }) => name).join(' ') } }
      : {},
  )
}

const destinationRule = (
  { cidr, service, ports }: NonNullable<Egress['allow']>[number],
  namespace: string,
): EgressRule => ({
  to: [
    service
      ? {
          namespaceSelector: namespaceCalled(service.namespace ?? namespace),
          podSelector: { matchLabels: instance(service.name) },
        }
      : { ipBlock: { cidr: cidr ?? '' } },
  ],
  ...(ports && { ports: ports.map(port => ({ protocol: 'TCP', port }) as const) }),
})

/** Where it sends traces and metrics, if it sends any. */
const collectorRules = ({ watch: { collector, traces, metrics } }: Service): readonly EgressRule[] =>
  collector?.namespace !== undefined && (traces || metrics?.mode === 'OTLP')
    ? [{ to: [namespaceNamed(collector.namespace)] }]
    : []

/** All pods of a service. */
const instance = (name: string) => ({ 'app.kubernetes.io/name': 'xservice', 'app.kubernetes.io/instance': name })

const reachRule = (reach: Reach): readonly EgressRule[] => {
  switch (reach.state) {
    case 'cluster':
      return [
        {
          to: [{ podSelector: { matchLabels: { ...reach.pods } } }],
          ports: [{ protocol: 'TCP', port: reach.port }],
        },
      ]
    case 'ranges':
      return [{ to: reach.cidrs.map(cidr => ({ ipBlock: { cidr } })), ports: [{ protocol: 'TCP', port: reach.port }] }]
    case 'listed':
    case 'unknown':
    case 'unreachable':
      return []
  }
}

/** What is of one kind and in one cloud is all in the same ranges. */
const unique = (rules: readonly EgressRule[]): readonly EgressRule[] =>
  rules.filter((rule, index) => rules.findIndex(other => JSON.stringify(other) === JSON.stringify(rule)) === index)
