import { apiVersion } from '../../../apis/group.ts'
import type { EnvironmentDatabase } from '../../../apis/environment/database.ts'
import { refuse, type Refusal } from '../../runtime/errors.ts'
import { isObject } from '../../runtime/json.ts'
import { itemKey } from '../../runtime/keys.ts'
import type { ResourceSelector } from '../../runtime/protocol.ts'
import { listAt } from '../../runtime/read.ts'
import type { Environment } from './environment.ts'

const requirementOf = ({ name }: EnvironmentDatabase): string => `database-${name}`

const isOurs = ({ observed }: Environment, { name }: EnvironmentDatabase): boolean =>
  observed.composed(itemKey('database', name)) !== undefined

/** Asks for XDatabases of the children's names: one that a developer made would be adopted, and deleted with the environment. */
export const databaseChecks = (environment: Environment): readonly (readonly [string, ResourceSelector])[] =>
  environment.databases
    .filter(item => !isOurs(environment, item))
    .map(item => [
      requirementOf(item),
      { apiVersion, kind: 'XDatabase', matchName: item.name, namespace: environment.name },
    ])

/** Whether it is known that nobody else has a database of that name. */
export const databaseKnown = (environment: Environment, item: EnvironmentDatabase): boolean =>
  isOurs(environment, item) || environment.observed.required(requirementOf(item)) !== undefined

export const databaseRefusals = (environment: Environment): readonly Refusal[] =>
  environment.databases
    .filter(item => !isOurs(environment, item))
    .filter(item =>
      (environment.observed.required(requirementOf(item)) ?? []).some(
        found =>
          !listAt(found, 'metadata', 'ownerReferences')
            .filter(isObject)
            .some(owner => owner['uid'] === environment.claim.uid && owner['controller'] === true),
      ),
    )
    .map(({ name }) =>
      refuse(
        'DatabaseNameTaken',
        `spec.databases[${name}].name`,
        `an XDatabase "${name}" exists in the Namespace and is not this environment's: choose another name, or leave it out`,
      ),
    )
