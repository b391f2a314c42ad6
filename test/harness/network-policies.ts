import ip from 'ipaddr.js'
import { isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import { at, listAt, numberAt, objectAt, textAt } from '../../functions/runtime/read.ts'

type Labels = Readonly<Record<string, string>>

/** A pod in a namespace; an address outside the cluster has no pod. */
export interface Endpoint {
  readonly address: string
  readonly pod?: { readonly labels: Labels; readonly namespace: string }
}

export interface Packet {
  readonly from: Endpoint
  readonly to: Endpoint
  readonly protocol: 'TCP' | 'UDP'
  readonly port: number
}

/**
 * Whether NetworkPolicies let a connection through, by the rules of networking.k8s.io/v1: a pod that no policy of a direction selects is open
 * in that direction; one that is selected is open to what any of them allows; and both ends have to agree.
 */
export const passes = (policies: readonly JsonObject[], packet: Packet): boolean =>
  open(policies, 'Egress', packet.from, packet.to, packet) && open(policies, 'Ingress', packet.to, packet.from, packet)

const open = (
  policies: readonly JsonObject[],
  direction: 'Ingress' | 'Egress',
  { pod }: Endpoint,
  other: Endpoint,
  packet: Packet,
): boolean => {
  if (!pod) return true
  const selecting = policies.filter(
    policy =>
      textAt(policy, 'metadata', 'namespace') === pod.namespace &&
      listAt(policy, 'spec', 'policyTypes').includes(direction) &&
      selects(objectAt(policy, 'spec', 'podSelector'), pod.labels),
  )
  const [rules, peers] = direction === 'Ingress' ? (['ingress', 'from'] as const) : (['egress', 'to'] as const)
  return (
    selecting.length === 0 ||
    selecting.some(policy =>
      listAt(policy, 'spec', rules).some(
        rule => admitsPeer(at(rule, peers), other, pod.namespace) && admitsPort(at(rule, 'ports'), packet),
      ),
    )
  )
}

/** No list admits everybody; so does an empty one. */
const admitsPeer = (peers: Json | undefined, other: Endpoint, own: string): boolean =>
  !Array.isArray(peers) || peers.length === 0 || peers.some((peer: Json) => isPeer(peer, other, own))

const isPeer = (peer: Json, { address, pod }: Endpoint, own: string): boolean => {
  const cidr = textAt(peer, 'ipBlock', 'cidr')
  if (cidr !== undefined) return ip.IPv4.parse(address).match(ip.IPv4.parseCIDR(cidr))
  if (!pod) return false
  const [namespaces, pods] = [at(peer, 'namespaceSelector'), at(peer, 'podSelector')]
  const inNamespace = isObject(namespaces)
    ? selects(namespaces, { 'kubernetes.io/metadata.name': pod.namespace })
    : pod.namespace === own
  return inNamespace && (!isObject(pods) || selects(pods, pod.labels))
}

const admitsPort = (ports: Json | undefined, { protocol, port }: Packet): boolean =>
  !Array.isArray(ports) ||
  ports.length === 0 ||
  ports.some((each: Json) => (textAt(each, 'protocol') ?? 'TCP') === protocol && numberAt(each, 'port') === port)

/** An empty selector selects everything. */
const selects = (selector: JsonObject, labels: Labels): boolean =>
  Object.entries(objectAt(selector, 'matchLabels')).every(([key, value]) => labels[key] === value) &&
  listAt(selector, 'matchExpressions').every(expression => {
    if (textAt(expression, 'operator') !== 'Exists') throw new Error('an operator that nobody here uses')
    return Object.hasOwn(labels, textAt(expression, 'key') ?? '')
  })
