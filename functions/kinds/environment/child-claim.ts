import { waiting, type Entry } from '../../runtime/plan.ts'
import { whenClaimReady } from '../readiness.ts'
import { childKey, families, type Child } from './child.ts'
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
    { spec: child.spec },
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
