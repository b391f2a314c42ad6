import type { JsonObject } from './json.ts'
import type { Observed } from './observed.ts'
import { absent, type Plan } from './plan.ts'
import type { Readable } from './unread.ts'

/** What has become of one entry of the plan. */
export interface Settled {
  readonly key: string
  readonly ready: boolean
  /** What it waits for; empty when it is ready. */
  readonly message: string
  /** What is sent to Crossplane; `undefined` while the entry waits. */
  readonly resource: JsonObject | undefined
  readonly observed: Readable | undefined
}

const gone = absent('not planned')

/** Judges every entry of a guarded plan, in the order of the plan. Absent entries are gone from here on. */
export const settle = (plan: Plan, observed: Observed): readonly Settled[] =>
  Object.entries(plan).flatMap(([key, entry = gone]): readonly Settled[] => {
    const existing = observed.composed(key)?.resource
    switch (entry.state) {
      case 'absent':
        return []
      case 'waiting':
        return [
          {
            key,
            ready: false,
            message: `waiting for ${entry.on}: ${entry.why}`,
            resource: undefined,
            observed: existing,
          },
        ]
      case 'emit': {
        const { ready, message } = existing ? entry.readiness(existing) : { ready: false, message: 'creating' }
        return [
          { key, ready, message: ready ? '' : (message ?? 'creating'), resource: entry.resource, observed: existing },
        ]
      }
    }
  })
