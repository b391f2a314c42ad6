import type { EnvironmentDatabase } from '../../../apis/environment/database.ts'
import type { EnvironmentService } from '../../../apis/environment/service.ts'
import type { JsonObject } from '../../runtime/json.ts'
import { itemKey } from '../../runtime/keys.ts'
import type { Observed } from '../../runtime/observed.ts'
import type { Readable } from '../../runtime/unread.ts'
import { XDatabase, XService } from '../claims.ts'
import type { Environment } from './environment.ts'

/** The kinds of claims that are made with an environment, by the family of their keys. */
export const families = { database: XDatabase, service: XService } as const
export type Family = keyof typeof families

/** A claim that is made with an environment. */
export interface Child {
  readonly family: Family
  readonly name: string
  readonly spec: JsonObject
}

/** Databases first: services wait for theirs. */
export const childrenWanted = ({
  databases,
  services,
}: Pick<Environment, 'databases' | 'services'>): readonly Child[] => [
  ...databases.map(item => childOf('database', item)),
  ...services.map(item => childOf('service', item)),
]

const childOf = (family: Family, { name, spec = {} }: EnvironmentDatabase | EnvironmentService): Child => ({
  family,
  name,
  spec: { ...spec },
})

export const childKey = ({ family, name }: Pick<Child, 'family' | 'name'>) => itemKey(family, name)

/** The claim that is there for it, as Crossplane sees it. */
export const madeChild = (observed: Observed, child: Pick<Child, 'family' | 'name'>): Readable | undefined =>
  observed.composed(childKey(child))?.resource

export const orderKey = ({ family, name }: Pick<Child, 'family' | 'name'>): `order-${string}` =>
  itemKey('order', `${family}-${name}`)
