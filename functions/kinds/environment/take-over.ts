import type { EnvironmentDatabase } from '../../../apis/environment/database.ts'
import type { EnvironmentSpec } from '../../../apis/environment/schema.ts'
import type { EnvironmentService } from '../../../apis/environment/service.ts'
import { madeName } from '../service/names.ts'

/** An environment's spec with what it takes over. */
export interface Cloned {
  readonly spec: EnvironmentSpec
  /** The fields that are the other environment's. */
  readonly taken: readonly string[]
  /** Databases of the other one that are to be loaded, and nobody says with what. */
  readonly unseeded: readonly string[]
  /** Whether that is not fetched yet: until then what exists stays as it is. */
  readonly awaited: boolean
}

/** Taken over as a whole, unless the clone has one of its own. */
const whole = ['team', 'defaults', 'placement', 'limits', 'podSecurity'] as const

/** Taken over one by one. Two environments can't have the same domains: those are its own. */
const networking = ['isolation', 'egress'] as const

/** What is another environment's unless this one has its own word. */
export const takenOver = (own: EnvironmentSpec, source: EnvironmentSpec): Cloned => {
  const fields = whole.filter(field => own[field] === undefined && source[field] !== undefined)
  const networks = networking.filter(
    field => own.networking?.[field] === undefined && source.networking?.[field] !== undefined,
  )
  const mode = own.cloneFrom?.databases
  const begun = beginningFor(own)
  const others =
    mode === 'None' ? [] : (source.databases ?? []).map(withoutItsKeeping).map(item => begun(item, item.name))
  const databases = withOwnFields(own.databases ?? [], mode === 'Seed' ? others : others.map(withoutSeed))
  return {
    taken: [...fields, ...networks.map(field => `networking.${field}`)],
    unseeded:
      mode === 'Seed'
        ? databases.flatMap(({ name, seed }) => (seed || !others.some(other => other.name === name) ? [] : [name]))
        : [],
    awaited: false,
    spec: {
      ...Object.fromEntries(fields.map(field => [field, source[field]])),
      ...own,
      ...(networks.length > 0 && {
        networking: {
          ...Object.fromEntries(networks.map(field => [field, source.networking?.[field]])),
          ...own.networking,
        },
      }),
      access: [...ownFirst(own.access ?? [], source.access ?? [])],
      databases,
      services: withOwnFields(
        own.services ?? [],
        (source.services ?? []).map(service => asCloned(service, begun)),
      ),
    },
  }
}

/**
 * How long a database is kept, and whether it may be deleted, is not what it is: an environment of another type has its own word on that. Nor
 * is what it began with, and whom it lets have its data.
 */
const withoutItsKeeping = <Item extends Pick<EnvironmentDatabase, 'spec'>>(item: Item): Item => {
  const { backup: _backup, deletion: _deletion, restoreFrom: _begun, ...rest } = item.spec ?? {}
  return item.spec ? { ...item, spec: rest } : item
}

/** Loaded only where that is asked for. */
const withoutSeed = ({ seed: _seed, ...rest }: EnvironmentDatabase): EnvironmentDatabase => rest

type Begun = <Item extends Pick<EnvironmentDatabase, 'spec'>>(item: Item, database: string) => Item

/** What the other environment's databases begin with here: nothing, or the backups of the XDatabase of that name there. */
const beginningFor =
  ({ cloneFrom }: EnvironmentSpec): Begun =>
  (item, name) =>
    cloneFrom?.databases === 'LatestBackup'
      ? { ...item, spec: { ...item.spec, restoreFrom: { database: { name, namespace: cloneFrom.environment } } } }
      : item

/** Its domains are the other environment's, which has them already: in the clone it has the one that is made of the clone's own. */
const asCloned = ({ name, spec = {} }: EnvironmentService, begun: Begun): EnvironmentService => ({
  name,
  spec: {
    ...spec,
    ...(spec.databases && {
      databases: spec.databases
        .map(withoutItsKeeping)
        .map(item => (item.ref ? item : begun(item, madeName(name, item.name)))),
    }),
    ...(spec.networking?.ingress && {
      networking: { ingress: spec.networking.ingress.map(({ domain: _domain, ...rest }) => rest) },
    }),
  },
})

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
    return other ? { ...other, ...item, spec: { ...other.spec, ...item.spec } } : item
  })
