import { isObject, type JsonObject } from '../../runtime/json.ts'
import { waiting, type Entry } from '../../runtime/plan.ts'
import { listAt, objectAt, partAt, partsAt, textAt } from '../../runtime/read.ts'
import type { Readable } from '../../runtime/unread.ts'
import { begunOnce } from '../claims.ts'
import { whenClaimReady } from '../readiness.ts'
import { childKey, families, madeChild, type Child } from './child.ts'
import { nameIsKnown } from './child-names.ts'
import type { Environment } from './environment.ts'
import { placed } from './placed.ts'
import { seedBefore } from './seed/before-services.ts'
import { recordFor, seedAnnotation } from './seed/progress.ts'

/** A claim like any other in the Namespace, under the name that people look for. It decides by itself what its defaults are. */
export const claimOf = (environment: Environment, child: Child): Entry => {
  const kind = families[child.family]
  const unseeded = seedBefore(environment, child)
  if (unseeded !== undefined) return waiting(`the seed of ${unseeded}`, 'it starts when that is loaded')
  const record = child.family === 'database' ? recordFor(environment, child.name) : undefined
  const entry = placed(
    environment,
    childKey(child),
    kind,
    { spec: withWhatItBeganWith(child, madeChild(environment.observed, child)) },
    {
      name: child.name,
      readiness: whenClaimReady,
      ...(record !== undefined && { annotations: { [seedAnnotation]: record } }),
    },
  )
  return entry.state === 'emit' && !nameIsKnown(environment, child)
    ? waiting('its name', `whether the ${kind.kind}’s name is free is not known yet`)
    : entry
}

/** What it asks for, but for the backups that its databases begin with: those that are there have begun. */
const withWhatItBeganWith = ({ family, spec }: Child, existing: Readable | undefined): JsonObject => {
  if (existing === undefined) return spec
  if (family === 'database') return begunOnce(spec, partAt(existing, 'spec'))
  const databases = listAt(spec, 'databases').filter(isObject)
  const there = partsAt(existing, 'spec', 'databases')
  return databases.length === 0
    ? spec
    : { ...spec, databases: databases.map(item => begunAs(item, there.find(sameName(item)))) }
}

const begunAs = (item: JsonObject, existing: Readable | undefined): JsonObject => {
  const spec = existing && begunOnce(objectAt(item, 'spec'), partAt(existing, 'spec'))
  return spec === undefined || (item['spec'] === undefined && Object.keys(spec).length === 0) ? item : { ...item, spec }
}

const sameName =
  ({ name }: JsonObject) =>
  (other: Readable): boolean =>
    textAt(other, 'name') === name
