import type { DatabaseSpec } from '../../../../apis/database/schema.ts'
import { refuse } from '../../../runtime/errors.ts'
import { allowRemovalAnnotation } from '../../../runtime/labels.ts'
import { mayBeRemoved } from '../../../runtime/guard.ts'
import { composedName } from '../../../runtime/names.ts'
import type { Claim, Observed } from '../../../runtime/observed.ts'
import { textAt } from '../../../runtime/read.ts'
import { ok, refused, type Outcome } from '../../../runtime/result.ts'
import type { Readable } from '../../../runtime/unread.ts'
import { asText, isSame, nothing, type Origin, type Restoring } from './origin.ts'
import { serverKinds, serverOf, type Server } from './servers.ts'
import { sourceOf } from './source.ts'

/**
 * Whether the server is made of backups, and of whose. That is decided once: the server that is there says what it was made of, and
 * whatever happens to the claim's word or to the other database changes nothing any more. One that was there and is gone is not made
 * again by itself: it would come back as the other database is by now, or empty.
 */
export const restoring = (spec: DatabaseSpec, observed: Observed): Outcome<Restoring> => {
  const [wanted, told] = [originOf(spec, observed.claim), toldOf(observed.claim.status)]
  const server = serverOf(observed)
  if (server) return asItIs(server, wanted, told)
  const missed = told && lookedFor(observed, told)
  if (missed) return missed
  return wanted ? sourceOf(wanted, observed) : ok(nothing)
}

const originOf = ({ restoreFrom }: DatabaseSpec, claim: Claim): Origin | undefined => {
  if (!restoreFrom) return undefined
  const { database, pointInTime } = restoreFrom
  return {
    database: { name: database.name, namespace: database.namespace ?? claim.namespace },
    ...(pointInTime !== undefined && { pointInTime }),
  }
}

/** What the status says of it. */
const toldOf = (status: Readable): Origin | undefined => {
  const at = (...path: string[]) => textAt(status, 'restoredFrom', ...path)
  const [name, namespace, pointInTime] = [at('database', 'name'), at('database', 'namespace'), at('pointInTime')]
  if (!name || !namespace) return undefined
  return { database: { name, namespace }, ...(pointInTime !== undefined && { pointInTime }) }
}

const asItIs = ({ kind, object }: Server, wanted: Origin | undefined, told: Origin | undefined): Outcome<Restoring> => {
  const beginning = kind.beginningOf(object)
  if (wanted && !beginning) return fixed('the database is there already, and was made without it')
  if (wanted && told && !isSame(wanted, told)) return fixed(`the database was made of ${asText(told)}`)
  return ok({ ...nothing, beginning, origin: beginning && (told ?? wanted) })
}

const fixed = (why: string) => refused(refuse('FixedField', 'spec.restoreFrom', why))

const serverRequirement = 'restored-server'

/** A server that was there and is not observed: overlooked for a moment, or really gone. `undefined`: gone, and may be made again. */
const lookedFor = (observed: Observed, told: Origin): Outcome<Restoring> | undefined => {
  const { claim } = observed
  const provider = textAt(claim.status, 'placement', 'provider')
  const kind = serverKinds.find(each => each.provider === provider)
  if (!kind || mayBeRemoved(kind.key, claim)) return undefined
  const name = composedName(claim, kind.key)
  const requirement = { apiVersion: kind.apiVersion, kind: kind.kind, matchName: name, namespace: claim.namespace }
  const found = observed.required(serverRequirement)
  if (found?.length === 0)
    return refused(
      refuse(
        'RestoredServerGone',
        kind.key,
        `the ${kind.kind} ${name}, which was made of ${asText(told)}, is not there any more. Made again it would begin with what spec.restoreFrom gives by now. If that is meant, annotate the claim with ${allowRemovalAnnotation}: ${kind.key}`,
      ),
    )
  const requirements = [[serverRequirement, requirement] as const]
  const server = found?.[0]
  if (!server) return ok({ ...nothing, awaited: 'whether it is still there is not known yet', requirements })
  return ok({ ...nothing, beginning: kind.beginningOf(server), origin: told, requirements })
}
