import type { Resource, RunFunctionRequest } from '../../runtime/protocol.ts'
import type { Readable } from '../../runtime/unread.ts'
import { byKey } from '../by-key.ts'
import { WireObject } from '../codec/wire-object.ts'
import { Match } from './match.ts'
import { PatternWriter, type Pattern } from './pattern.ts'

const writer = new PatternWriter()

/** A resource of a request that was answered. Of its object there is left where its pattern begins. */
interface Held extends Omit<Resource, 'resource'> {
  readonly object: number | undefined
}

/**
 * What an answer was made of: all that its request brought but the tag, and of the objects in it what was read of them. So it is
 * taken when the answer has been made.
 */
export class MadeOf {
  /** Bytes that it takes, about. */
  readonly size: number
  private readonly pattern: Pattern
  private readonly capabilities: readonly number[]
  private readonly composite: Held | undefined
  private readonly resources: ReadonlyMap<string, Held>
  private readonly requiredResources: ReadonlyMap<string, readonly Held[]>
  private readonly requiredSchemas: ReadonlyMap<string, boolean>
  private readonly input: number | undefined

  constructor({ capabilities, observed, requiredResources, requiredSchemas, input }: RunFunctionRequest) {
    const placeOf = (object: Readable | undefined): number | undefined =>
      object instanceof WireObject ? writer.seen(object) : undefined
    const held = ({ resource, connectionDetails, ready }: Resource): Held => ({
      object: placeOf(resource),
      // The request's buffer is not kept.
      connectionDetails: mapped(connectionDetails, bytes => Uint8Array.from(bytes)),
      ready,
    })
    this.capabilities = capabilities
    this.composite = observed.composite && held(observed.composite)
    this.resources = mapped(observed.resources, held)
    this.requiredResources = mapped(requiredResources, items => items.map(held))
    this.requiredSchemas = requiredSchemas
    this.input = placeOf(input)
    this.pattern = writer.finish()
    const { scalars, ends } = this.pattern
    this.size = scalars.byteLength + ends.byteLength + 600 * (this.resources.size + 5)
  }

  /** Whether the same would be made of this request. */
  isSameIn({ capabilities, observed, requiredResources, requiredSchemas, input }: RunFunctionRequest): boolean {
    let match: Match | undefined
    const isObject = (place: number | undefined, object: Readable | undefined): boolean => {
      if (place === undefined || !(object instanceof WireObject))
        return place === undefined && !(object instanceof WireObject)
      // All objects of a request lie in the same bytes.
      match ??= new Match(this.pattern, object.bytes)
      return match.struct(place, object.start, object.end)
    }
    const same = (held: Held, { resource, connectionDetails, ready }: Resource): boolean =>
      held.ready === ready &&
      haveSame(held.connectionDetails, connectionDetails, areEqual) &&
      isObject(held.object, resource)
    return (
      areSame(this.capabilities, capabilities, Object.is) &&
      areSame(listed(this.composite), listed(observed.composite), same) &&
      haveSame(this.resources, observed.resources, same) &&
      haveSame(this.requiredResources, requiredResources, (held, items) => areSame(held, items, same)) &&
      haveSame(this.requiredSchemas, requiredSchemas, Object.is) &&
      isObject(this.input, input)
    )
  }
}

/** Most resources have no connection details: they share that they have none. */
const none = new Map<string, never>()

const mapped = <A, B>(map: ReadonlyMap<string, A>, change: (value: A) => B): ReadonlyMap<string, B> =>
  map.size === 0 ? none : new Map(byKey(map).map(([key, value]) => [key, change(value)]))

type Same<A, B> = (one: A, other: B) => boolean

const haveSame = <A, B>(map: ReadonlyMap<string, A>, other: ReadonlyMap<string, B>, same: Same<A, B>): boolean => {
  if (map.size !== other.size) return false
  for (const [key, value] of other) {
    const known = map.get(key)
    if (known === undefined || !same(known, value)) return false
  }
  return true
}

const areSame = <A, B>(list: readonly A[], other: readonly B[], same: Same<A, B>): boolean => {
  if (list.length !== other.length) return false
  for (const [index, value] of other.entries()) {
    const known = list[index]
    if (known === undefined || !same(known, value)) return false
  }
  return true
}

const listed = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value])

const areEqual = (one: Uint8Array, other: Uint8Array): boolean => {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false
  return true
}
