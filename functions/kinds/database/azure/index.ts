import type { AzureFacts } from '../../../settings/facts.ts'
import type { Database } from '../database.ts'
import type { OnProvider } from '../providers.ts'
import { checks, deviations } from './checks.ts'
import { onAzure } from './database.ts'
import { details } from './details.ts'
import { observations } from './observations.ts'
import { plan } from './plan.ts'

export const place = (database: Database, facts: AzureFacts): OnProvider => {
  const db = onAzure(database, facts)
  return {
    refusals: checks(db),
    deviations: deviations(db),
    plan: plan(db),
    details: details(db),
    requirements: [],
    observations: observations(db),
  }
}
