import type { EnvironmentDatabase } from '../../../apis/environment/database.ts'
import type { EnvironmentService } from '../../../apis/environment/service.ts'
import { environmentSpec, type EnvironmentSpec } from '../../../apis/environment/schema.ts'
import { apiVersion } from '../../../apis/group.ts'
import { refuse } from '../../runtime/errors.ts'
import type { Observed } from '../../runtime/observed.ts'
import type { ResourceSelector } from '../../runtime/protocol.ts'
import { objectAt } from '../../runtime/read.ts'
import { waiting, type Plan } from '../../runtime/plan.ts'
import { oncePer } from '../../runtime/remember.ts'
import { map, ok, refused, type Outcome } from '../../runtime/result.ts'
import type { Readable } from '../../runtime/unread.ts'
import { shapeOf } from '../../settings/shape.ts'
import type { Environment } from './environment.ts'
import type { EnvironmentKey } from './keys.ts'

const sourceRequirement = 'source'

/** Asks for the environment that this one is made after. It is watched: a clone follows it. */
export const sourceCheck = ({ cloneFrom }: EnvironmentSpec): readonly (readonly [string, ResourceSelector])[] =>
  cloneFrom ? [[sourceRequirement, { apiVersion, kind: 'XEnvironment', matchName: cloneFrom.environment }]] : []

/** An environment's spec with what it takes over. */
export interface Cloned {
  readonly spec: EnvironmentSpec
  /** The fields that are the other environment's. */
  readonly taken: readonly string[]
  /** Whether that is not fetched yet: until then what exists stays as it is. */
  readonly awaited: boolean
}

/** An environment that is made after no other. */
export const alone = (spec: EnvironmentSpec): Cloned => ({ spec, taken: [], awaited: false })

export const cloned = (own: EnvironmentSpec, observed: Observed): Outcome<Cloned> => {
  const { cloneFrom } = own
  if (!cloneFrom) return ok(alone(own))
  const { environment: name } = cloneFrom
  if (name === observed.claim.name) return wrong('InvalidCombination', 'it can’t be made after itself')
  const found = observed.required(sourceRequirement)
  if (!found) return ok({ ...alone(own), awaited: true })
  const [source] = found
  if (!source)
    return wrong(
      'UnknownEnvironment',
      `there is no XEnvironment "${name}". What is here stays as it is: write into this one what it is to keep, and take cloneFrom out`,
    )
  const read = specOf(source)
  if (!read.ok) return read
  if (read.value.cloneFrom)
    return wrong(
      'InvalidCombination',
      `"${name}" is itself made after "${read.value.cloneFrom.environment}": name that one`,
    )
  return map(read, from => merged(own, from))
}

/** The plan until it is known what is to be here: all that is stays as it is. */
export const untilKnown = ({ observed }: Environment): Plan<EnvironmentKey> =>
  Object.fromEntries(
    ['namespace', ...observed.keys].map(key => [key, waiting('the environment in cloneFrom', 'it is not known yet')]),
  )

const wrong = (code: 'InvalidCombination' | 'UnknownEnvironment', message: string) =>
  refused(refuse(code, 'spec.cloneFrom.environment', message))

const shape = shapeOf(environmentSpec, 'InvalidPlatform')

const specOf = oncePer((source: Readable) => shape(objectAt(source, 'spec'), 'XEnvironment spec.cloneFrom'))

/** Taken over as a whole, unless the clone has one of its own. */
const whole = ['team', 'defaults', 'placement', 'networking', 'limits', 'podSecurity'] as const

const merged = (own: EnvironmentSpec, source: EnvironmentSpec): Cloned => {
  const taken = whole.filter(field => own[field] === undefined && source[field] !== undefined)
  const databases = own.cloneFrom?.databases === 'None' ? [] : (source.databases ?? []).map(withoutItsKeeping)
  return {
    taken,
    awaited: false,
    spec: {
      ...Object.fromEntries(taken.map(field => [field, source[field]])),
      ...own,
      access: [...ownFirst(own.access ?? [], source.access ?? [])],
      databases: withOwnFields(own.databases ?? [], databases),
      services: withOwnFields(own.services ?? [], (source.services ?? []).map(withoutTheirKeeping)),
    },
  }
}

/** How long a database is kept, and whether it may be deleted, is not what it is: an environment of another type has its own word on that. */
const withoutItsKeeping = <Item extends Pick<EnvironmentDatabase, 'spec'>>(item: Item): Item => {
  const { backup: _backup, deletion: _deletion, ...rest } = item.spec ?? {}
  return item.spec ? { ...item, spec: rest } : item
}

const withoutTheirKeeping = (service: EnvironmentService): EnvironmentService => {
  const databases = service.spec?.databases
  return databases ? { ...service, spec: { ...service.spec, databases: databases.map(withoutItsKeeping) } } : service
}

const ownFirst = <Item extends { readonly name: string }>(own: readonly Item[], source: readonly Item[]) => [
  ...own,
  ...source.filter(item => !own.some(({ name }) => name === item.name)),
]

/** One of the same name has the clone's fields over the other's. */
const withOwnFields = <Item extends { readonly name: string; readonly spec?: object }>(
  own: readonly Item[],
  source: readonly Item[],
): Item[] =>
  ownFirst(own, source).map(item => {
    const other = source.find(({ name }) => name === item.name)
    return other ? { ...item, spec: { ...other.spec, ...item.spec } } : item
  })
