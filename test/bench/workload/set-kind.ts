import { apiVersion } from '../../../apis/group.ts'
import { database } from '../../../functions/kinds/database/index.ts'
import { BindingReady, isFalse, isTrue, Provisioned } from '../../../functions/runtime/conditions.ts'
import type { Json, JsonObject } from '../../../functions/runtime/json.ts'
import type { Composed, KindModule } from '../../../functions/runtime/kind.ts'
import type { Observed } from '../../../functions/runtime/observed.ts'
import type { Plan } from '../../../functions/runtime/plan.ts'
import { listAt, objectAt, textAt } from '../../../functions/runtime/read.ts'
import { ok, refused } from '../../../functions/runtime/result.ts'
import type { Settled } from '../../../functions/runtime/settle.ts'

export const setKind = 'XDatabaseSet'

/** One of the databases of a set: what its claim would be called, and would have as UID. */
export interface Member {
  readonly name: string
  readonly uid: string
}

/** The key that a resource of a member has in the set. */
export const memberKey = (member: string, key: string): string => `${member}-${key}`

/**
 * A kind that only the benchmark has: several databases in one claim, each planned by XDatabase's own module. It stands for
 * the larger claims that there are to be, and costs more than they will: every member parses and resolves for itself.
 */
export const databaseSet: KindModule = {
  apiVersion,
  kind: setKind,
  // Any key may go: what a set composes is judged by nobody.
  keys: { 'd*': 'stateless' },
  conditions: [Provisioned, BindingReady],
  support: () => '',
  compose: (observed, edge) => {
    const only = textAt(observed.claim.spec, 'only')
    const parts: (readonly [string, Composed])[] = []
    for (const member of membersOf(observed.claim.spec)) {
      const composed = database.compose(memberOf(observed, member), edge)
      if (!composed.ok) return refused(...composed.refusals)
      parts.push([member.name, composed.value])
    }
    return ok({
      plan: Object.fromEntries(parts.flatMap(([name, { plan }]) => prefixed(name, plan, only))),
      requirements: new Map(
        parts.flatMap(([name, { requirements }]) => [...requirements].map(([key, value]) => [`${name}-${key}`, value])),
      ),
      report: settled => ({
        status: { databases: statuses(parts, settled) },
        conditions: [
          settled.every(({ ready }) => ready) ? isTrue(BindingReady, 'Complete') : isFalse(BindingReady, 'Waiting', ''),
        ],
      }),
    })
  },
}

const statuses = (parts: readonly (readonly [string, Composed])[], settled: readonly Settled[]): JsonObject => {
  const byMember = Map.groupBy(settled, ({ key }) => key.slice(0, key.indexOf('-')))
  return Object.fromEntries(
    parts.map(([name, { report }]): [string, Json] => {
      const own = (byMember.get(name) ?? []).map(entry => ({ ...entry, key: entry.key.slice(name.length + 1) }))
      return [name, report(own).status]
    }),
  )
}

const prefixed = (name: string, plan: Plan, only: string | undefined) =>
  Object.entries(plan)
    .filter(([key]) => only === undefined || key === only)
    .map(([key, entry]) => [memberKey(name, key), entry] as const)

/** The set as one of its databases sees it: a claim of its own with its own resources. */
const memberOf = (observed: Observed, { name, uid }: Member): Observed => {
  const { claim } = observed
  const prefix = memberKey(name, '')
  return {
    ...observed,
    claim: {
      ...claim,
      kind: database.kind,
      name: `${claim.name}-${name}`,
      uid,
      spec: objectAt(claim.spec, 'database'),
      status: objectAt(claim.status, 'databases', name),
    },
    keys: observed.keys.filter(key => key.startsWith(prefix)).map(key => key.slice(prefix.length)),
    composed: key => observed.composed(memberKey(name, key)),
    connection: (key, detail) => observed.connection(memberKey(name, key), detail),
    required: key => observed.required(key) ?? observed.required(memberKey(name, key)),
  }
}

const membersOf = (spec: JsonObject): readonly Member[] =>
  listAt(spec, 'databases').map(member => ({ name: textAt(member, 'name') ?? '', uid: textAt(member, 'uid') ?? '' }))
