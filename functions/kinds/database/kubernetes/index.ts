import type { KubernetesFacts } from '../../../settings/facts.ts'
import type { Database } from '../database.ts'
import type { OnProvider } from '../providers.ts'
import { targetRequirements } from '../resolve/backup-target.ts'
import { checks, deviations } from './checks.ts'
import { onKubernetes } from './database.ts'
import { details, requirements } from './details.ts'
import { observations } from './observations.ts'
import { plan } from './plan.ts'

export const place = (database: Database, facts: KubernetesFacts): OnProvider => {
  const db = onKubernetes(database, facts)
  return {
    refusals: checks(db),
    deviations: deviations(db),
    plan: plan(db),
    details: details(db),
    requirements: [...targetRequirements(facts), ...requirements(db)],
    observations: observations(db),
  }
}
