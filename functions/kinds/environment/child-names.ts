import { apiVersion } from '../../../apis/group.ts'
import { refuse, type Refusal } from '../../runtime/errors.ts'
import type { Readable } from '../../runtime/unread.ts'
import { holderOf, nameChecks, nameKnown, namesTaken, type FixedName } from '../fixed-name.ts'
import { childKey, childrenWanted, families, madeChild, type Child } from './child.ts'
import type { Environment } from './environment.ts'

type Known = Pick<Child, 'family' | 'name'>

const nameOf = ({ name: namespace }: Environment, child: Known): FixedName => ({
  key: childKey(child),
  apiVersion,
  kind: families[child.family].kind,
  name: child.name,
  namespace,
})

/** The claim as it is, also where Crossplane has lost sight of it for a moment; its name is nobody else's, or all of it is refused. */
export const existingChild = (environment: Environment, child: Known): Readable | undefined =>
  madeChild(environment.observed, child) ?? holderOf(environment.observed, nameOf(environment, child))

/** Asks for claims of the children's names: one that a developer made would be adopted, and deleted with the environment. */
export const childNameChecks = (environment: Environment) =>
  nameChecks(
    environment.observed,
    childrenWanted(environment).map(child => nameOf(environment, child)),
  )

/** Whether it is known that nobody else has a claim of that name. */
export const nameIsKnown = (environment: Environment, child: Child): boolean =>
  nameKnown(environment.observed, nameOf(environment, child))

export const childNameRefusals = (environment: Environment): readonly Refusal[] =>
  namesTaken(
    environment.observed,
    childrenWanted(environment).map(child => nameOf(environment, child)),
  ).map(({ kind, name }) =>
    refuse(
      'ChildNameTaken',
      `spec.${kind === 'XDatabase' ? 'databases' : 'services'}[${name}].name`,
      `an ${kind} "${name}" exists in the Namespace and is not this environment's: choose another name, or leave it out`,
    ),
  )
