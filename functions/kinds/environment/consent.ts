import type { EnvironmentDatabase } from '../../../apis/environment/database.ts'
import type { EnvironmentSpec } from '../../../apis/environment/schema.ts'
import { refuse, type Refusal } from '../../runtime/errors.ts'
import type { Observed } from '../../runtime/observed.ts'
import { partsAt, textAt } from '../../runtime/read.ts'
import { madeChild } from './child.ts'

/**
 * Data leaves an environment only for those that it names, and is not taken by naming it: the databases that are still to be made here of
 * the other one's backups, and do not name this one. Those that are here have their data already.
 */
export const consentRefusals = (
  own: EnvironmentSpec,
  source: EnvironmentSpec,
  observed: Observed,
): readonly Refusal[] => {
  const { cloneFrom } = own
  if (cloneFrom?.databases !== 'LatestBackup') return []
  const { name } = observed.claim
  return [...databasesOf(source, observed), ...databasesOfServices(own, source, observed)]
    .filter(({ spec }) => !spec?.backup?.allowedNamespaces?.includes(name))
    .map(({ path }) =>
      refuse(
        'RestoreNotAllowed',
        `XEnvironment/${cloneFrom.environment} ${path}.spec.backup.allowedNamespaces`,
        `it does not name "${name}", which would have all data of this database: add it there, or write Empty into spec.cloneFrom.databases here`,
      ),
    )
}

interface Wanted {
  readonly path: string
  readonly spec: EnvironmentDatabase['spec'] | undefined
}

const databasesOf = ({ databases = [] }: EnvironmentSpec, observed: Observed): readonly Wanted[] =>
  databases
    .filter(({ name }) => !madeChild(observed, { family: 'database', name }))
    .map(({ name, spec }) => ({ path: `spec.databases[${name}]`, spec }))

/** Those of a service for which the clone has a list of its own are not taken over. */
const databasesOfServices = (
  own: EnvironmentSpec,
  { services = [] }: EnvironmentSpec,
  observed: Observed,
): readonly Wanted[] =>
  services
    .filter(({ name }) => own.services?.find(each => each.name === name)?.spec?.databases === undefined)
    .flatMap(service => {
      const made = madeChild(observed, { family: 'service', name: service.name })
      const there = made ? partsAt(made, 'spec', 'databases').map(each => textAt(each, 'name')) : []
      return (service.spec?.databases ?? [])
        .filter(({ name, ref }) => !ref && !there.includes(name))
        .map(({ name, spec }) => ({ path: `spec.services[${service.name}].spec.databases[${name}]`, spec }))
    })
