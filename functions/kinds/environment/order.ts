import { apiVersion } from '../../../apis/group.ts'
import { Usage } from '../../generated/protection.crossplane.io/usage.ts'
import { isObject } from '../../runtime/json.ts'
import { absent, waiting, type Entry } from '../../runtime/plan.ts'
import { listAt, textAt } from '../../runtime/read.ts'
import { whenCondition } from '../../runtime/readiness.ts'
import { childKey, childrenWanted, families, madeChild, orderKey, type Child } from './child.ts'
import type { Environment } from './environment.ts'
import { placed } from './placed.ts'

/** A claim that has to be gone before the Namespace goes. */
interface Holder extends Pick<Child, 'family' | 'name'> {
  readonly exists: boolean
}

/** The environment's claims, and the databases that its services have made: of those a deleted service leaves no trace. */
export const holders = (environment: Environment): readonly Holder[] => {
  const children = childrenWanted(environment)
  const existing = children.map(child => madeChild(environment.observed, child))
  const made = existing.flatMap(claim =>
    listAt(claim, 'spec', 'crossplane', 'resourceRefs')
      .filter(isObject)
      .filter(ref => ref['kind'] === families.database.kind)
      .map(ref => ({ family: 'database' as const, name: textAt(ref, 'name') ?? '', exists: true })),
  )
  return [...children.map(({ family, name }, at) => ({ family, name, exists: existing[at] !== undefined })), ...made]
}

/**
 * Keeps the Namespace until the claim is gone: what it needs to go in order is in the Namespace too. A Usage names who uses something
 * in its own namespace only, and this empty namespace makes it name something that has none.
 */
export const order = (environment: Environment, { exists, ...child }: Holder): Entry => {
  if (environment.namespace.mode === 'Existing') return absent('the Namespace stays')
  if (!exists) return waiting(childKey(child), `the ${child.family} is not there yet`)
  return placed(
    environment,
    orderKey(child),
    Usage,
    {
      spec: {
        of: { apiVersion: 'v1', kind: 'Namespace', resourceRef: { name: environment.name, namespace: '' } },
        by: { apiVersion, kind: families[child.family].kind, resourceRef: { name: child.name } },
        reason: `the ${child.family} ${child.name} goes before its Namespace`,
        replayDeletion: true,
      },
    },
    { readiness: whenCondition('Ready') },
  )
}
