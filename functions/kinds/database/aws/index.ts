import type { AwsFacts } from '../../../settings/facts.ts'
import type { Database } from '../database.ts'
import type { OnProvider } from '../providers.ts'
import { checks, deviations } from './checks.ts'
import { onAws } from './database.ts'
import { details } from './details.ts'
import { observations } from './observations.ts'
import { plan } from './plan.ts'

export const place = (database: Database, facts: AwsFacts): OnProvider => {
  const db = onAws(database, facts)
  return {
    refusals: checks(db),
    deviations: deviations(db),
    plan: plan(db),
    details: details(db),
    requirements: [],
    observations: observations(db),
  }
}
