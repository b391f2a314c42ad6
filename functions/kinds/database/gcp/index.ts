import type { GcpFacts } from '../../../settings/facts.ts'
import type { Database } from '../database.ts'
import type { OnProvider } from '../providers.ts'
import { checks, deviations } from './checks.ts'
import { onGcp } from './database.ts'
import { details } from './details.ts'
import { observations } from './observations.ts'
import type { Draw } from './password.ts'
import { plan } from './plan.ts'

export const place = (database: Database, facts: GcpFacts, edge: Draw): OnProvider => {
  const db = onGcp(database, facts)
  return {
    refusals: checks(db),
    deviations: deviations(db),
    plan: plan(db, edge),
    details: details(db),
    requirements: [],
    observations: observations(db),
  }
}
