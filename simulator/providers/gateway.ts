import { canonical } from '../../functions/runtime/canonical.ts'
import { isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import { listAt, numberAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { refOf } from '../api/object.ts'
import { withConditions, type NewCondition } from '../core/conditions.ts'
import type { Actor, Work, World } from './actor.ts'

const gatewayApi = 'gateway.networking.k8s.io/v1'
const envoyGateway = 'gateway.envoyproxy.io/v1alpha1'

/** The kinds that a gateway's controller acts on. */
export const gatewayKinds = [
  { apiVersion: gatewayApi, kind: 'HTTPRoute' },
  { apiVersion: gatewayApi, kind: 'GRPCRoute' },
  { apiVersion: gatewayApi, kind: 'ListenerSet' },
  { apiVersion: envoyGateway, kind: 'SecurityPolicy' },
  { apiVersion: envoyGateway, kind: 'BackendTrafficPolicy' },
] as const

const controllerName = 'gateway.envoyproxy.io/gatewayclass-controller'

/** Where all objects can be looked at, of two listeners for one domain the younger one conflicts. */
type Seen = World & { readonly api: World['api'] & { readonly list?: () => readonly JsonObject[] } }

/** Envoy Gateway: attaches routes to what they name, listens for domains whose certificate is there, and enforces policies. */
export const gateway = (world: Seen): Actor => ({
  next: object => {
    if (textAt(object, 'metadata', 'deletionTimestamp')) return undefined
    const { kind } = refOf(object)
    if (!gatewayKinds.some(one => one.kind === kind && one.apiVersion === object['apiVersion'])) return undefined
    const status = statusOf(world, object, kind)
    return same(status, objectAt(object, 'status')) ? undefined : write(world, object, status)
  },
})

const statusOf = (world: Seen, object: JsonObject, kind: string): JsonObject => {
  switch (kind) {
    case 'ListenerSet':
      return listenerStatus(world, object)
    case 'HTTPRoute':
    case 'GRPCRoute':
      return {
        parents: attachedTo(world, object, 'spec', 'parentRefs').map(part => ({ parentRef: part.ref, ...part.told })),
      }
    default:
      return {
        ancestors: attachedTo(world, object, 'spec', 'targetRefs').map(part => ({
          ancestorRef: part.ref,
          ...part.told,
        })),
      }
  }
}

/** A fault of the kind is what the controller says in place of accepting. */
const attachedTo = (world: World, object: JsonObject, ...path: readonly string[]) => {
  const fault = world.faults.find(({ kind }) => kind === textAt(object, 'kind'))
  const conditions: readonly NewCondition[] = fault
    ? [condition('Accepted', false, 'NotAllowedByListeners', fault.message)]
    : [condition('Accepted', true, 'Accepted', ''), condition('ResolvedRefs', true, 'ResolvedRefs', '')]
  return listAt(object, ...path)
    .filter(isObject)
    .map(ref => ({ ref, told: { controllerName, conditions: dated(world, object, conditions) } }))
}

const listenerStatus = (world: Seen, object: JsonObject): JsonObject => {
  const { namespace = '' } = refOf(object)
  const listeners = listAt(object, 'spec', 'listeners')
    .filter(isObject)
    .map(listener => {
      const name = textAt(listAt(listener, 'tls', 'certificateRefs')[0], 'name') ?? ''
      const found = world.api.get({ apiVersion: 'v1', kind: 'Secret', name, namespace }) !== undefined
      const missing = found ? '' : `Secret ${namespace}/${name} does not exist.`
      const taken = isTaken(world, object, textAt(listener, 'hostname') ?? '')
      const conflict = taken ? 'All listeners for a given port must have a unique hostname' : ''
      const works = found && !taken
      return {
        name: textAt(listener, 'name') ?? '',
        attachedRoutes: works ? 1 : 0,
        conditions: dated(world, object, [
          condition('Accepted', !taken, taken ? 'HostnameConflict' : 'Accepted', conflict),
          condition('Conflicted', taken, taken ? 'HostnameConflict' : 'NoConflicts', conflict),
          condition('ResolvedRefs', found, found ? 'ResolvedRefs' : 'InvalidCertificateRef', missing),
          condition('Programmed', works, works ? 'Programmed' : 'Invalid', conflict || missing),
        ]),
      }
    })
  const ready = listeners.every(({ attachedRoutes }) => attachedRoutes > 0)
  return {
    conditions: dated(world, object, [
      condition('Accepted', true, 'Accepted', ''),
      condition(
        'Programmed',
        ready,
        ready ? 'Programmed' : 'ListenersNotValid',
        ready ? '' : 'Some listeners are not valid',
      ),
    ]),
    listeners,
  }
}

/** An older ListenerSet listens for the domain already. */
const isTaken = ({ api }: Seen, object: JsonObject, hostname: string): boolean =>
  (api.list?.() ?? [])
    .filter(({ kind }) => kind === 'ListenerSet')
    .filter(other => age(other) < age(object))
    .some(other => listAt(other, 'spec', 'listeners').some(listener => textAt(listener, 'hostname') === hostname))

const age = (object: JsonObject): string =>
  ['creationTimestamp', 'namespace', 'name'].map(field => textAt(object, 'metadata', field) ?? '').join(' ')

const condition = (type: string, holds: boolean, reason: string, message: string): NewCondition => ({
  type,
  status: holds ? 'True' : 'False',
  reason,
  // It has to say something.
  message: message || reason,
})

/** As they are written: of the generation that is seen. */
const dated = ({ api }: World, object: JsonObject, conditions: readonly NewCondition[]): Json => {
  const observedGeneration = numberAt(object, 'metadata', 'generation') ?? 1
  return withConditions(
    {},
    conditions.map(one => ({ ...one, observedGeneration })),
    api.time(),
  )
}

/** Times and the order of fields aside, which an API server sorts: a controller that has nothing new to tell writes nothing. */
const same = (left: JsonObject, right: JsonObject): boolean =>
  canonical(withoutTimes(left)) === canonical(withoutTimes(right))

const withoutTimes = (status: JsonObject): JsonObject =>
  JSON.parse(
    JSON.stringify(status, (key, value: unknown) => (key === 'lastTransitionTime' ? undefined : value)),
  ) as JsonObject

const write = ({ api, slowness }: World, object: JsonObject, status: JsonObject): Work => ({
  seconds: 3 * slowness,
  run: () => api.update({ ...object, status }, 'envoy-gateway'),
})
