import { qualified } from '../../../../apis/group.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { isObject } from '../../../runtime/json.ts'
import { stableHash } from '../../../runtime/names.ts'
import type { Observed } from '../../../runtime/observed.ts'
import type { ReadinessCheck } from '../../../runtime/plan.ts'
import type { LabelSelector } from '../../../runtime/protocol.ts'
import { listAt, textAt } from '../../../runtime/read.ts'
import type { Readable } from '../../../runtime/unread.ts'
import { isOwnedBy } from '../../fixed-name.ts'
import type { Route } from './traffic.ts'

const [domainLabel, pathLabel] = [qualified('domain'), qualified('path')]

/** By which everything that leads a domain to a service is found, in whichever namespace. A label is too short for the domain itself. */
export const domainLabels = ({ domain, path, pathType }: Route): Readonly<Record<string, string>> => ({
  [domainLabel]: stableHash(domain),
  [pathLabel]: stableHash(pathType, path),
})

/** The kind that leads to a service. */
export interface RouteKind {
  readonly apiVersion: string
  readonly kind: string
}

const requirementOf = ({ name }: Route): string => `domain-${name}`

/** Asks for what else leads the route's domain to a service: no more than that of all that is in the cluster. */
export const domainCheck = (
  route: Route,
  { apiVersion, kind }: RouteKind,
): readonly [requirement: string, LabelSelector] => [
  requirementOf(route),
  { apiVersion, kind, matchLabels: new Map([[domainLabel, stableHash(route.domain)]]) },
]

/** Whether it is known who else has the domain. */
export const domainKnown = (observed: Observed, route: Route): boolean =>
  observed.required(requirementOf(route)) !== undefined

/**
 * Who keeps a route from its domain: another service that has the same path of it, or any where each listens for its domains itself, or one of
 * another namespace, unless the platform team lets this environment share the domain. Of two that came at once the older has it, as gateways
 * decide too.
 */
const holderOf = (observed: Observed, route: Route): Readable | undefined => {
  const { uid, namespace } = observed.claim
  const all = (observed.required(requirementOf(route)) ?? []).toSorted((left, right) =>
    age(left) < age(right) ? -1 : 1,
  )
  const own = all.findIndex(object => isOwnedBy(object, uid))
  const before = own < 0 ? all : all.slice(0, own)
  return before
    .filter(object => textAt(object, 'metadata', 'deletionTimestamp') === undefined)
    .find(object => {
      const samePath = textAt(object, 'metadata', 'labels', pathLabel) === domainLabels(route)[pathLabel]
      return samePath || route.exclusive || (textAt(object, 'metadata', 'namespace') !== namespace && !route.shared)
    })
}

/** Sorts as gateways do: by age, then by namespace and name. */
const age = (object: Readable): string =>
  ['creationTimestamp', 'namespace', 'name'].map(field => textAt(object, 'metadata', field) ?? '').join(' ')

/** Whether the route leads there already, under its key. */
const leads = (observed: Observed, route: Route, key: string): boolean => {
  const present = observed.composed(key)?.resource
  return Object.entries(domainLabels(route)).every(
    ([label, value]) => textAt(present, 'metadata', 'labels', label) === value,
  )
}

/** A domain that another service has. What leads there already is not refused any more: its readiness tells. */
export const takenRefusals = (observed: Observed, route: Route, key: string): readonly Refusal[] => {
  const holder = leads(observed, route, key) ? undefined : holderOf(observed, route)
  if (!holder) return []
  const [field, way] = instead(observed, route, holder)
  return [refuse('DomainTaken', `spec.networking.ingress[${route.name}].${field}`, `${told(holder, route)}: ${way}`)]
}

/** Which field to change, and how. */
const instead = (
  { claim: { namespace } }: Observed,
  { exclusive }: Route,
  holder: Readable,
): readonly [field: string, way: string] => {
  if (exclusive) return ['domain', 'use another domain: each has one certificate, and so one service']
  return textAt(holder, 'metadata', 'namespace') === namespace
    ? ['path', 'use another domain or path']
    : [
        'domain',
        `use another domain, or have the platform team name it in networking.allowedDomains of XEnvironment ${namespace}`,
      ]
}

/** The route's own readiness, unless another one had the domain first: then the gateway sends nothing here. */
export const whenFirst =
  (observed: Observed, route: Route, check: ReadinessCheck): ReadinessCheck =>
  object => {
    const holder = holderOf(observed, route)
    return holder ? { ready: false, message: `${told(holder, route)}, who had it first` } : check(object)
  }

const told = (holder: Readable, { domain, path }: Route): string => {
  const owner = listAt(holder, 'metadata', 'ownerReferences').find(isObject)
  const name = textAt(owner, 'name') ?? textAt(holder, 'metadata', 'name') ?? ''
  const namespace = textAt(holder, 'metadata', 'namespace') ?? ''
  return `${domain}${path} is taken by ${textAt(owner, 'kind') ?? textAt(holder, 'kind') ?? ''} ${name} in namespace ${namespace}`
}
