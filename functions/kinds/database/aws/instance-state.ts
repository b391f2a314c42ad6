import { InstanceState } from '../../../generated/rds.aws.m.upbound.io/instance-state.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import { managed, nameOf } from '../../composed.ts'
import type { AwsDatabase } from './database.ts'

/**
 * Stops the server, and starts it again: only where it has ever been stopped. RDS itself starts it after seven days (its manual, “Stopping an
 * Amazon RDS DB instance temporarily”), and the provider stops it again. Deleting this starts and stops nothing.
 */
export const instanceState = (db: AwsDatabase): Entry =>
  db.state === 'Active' && !db.observed.composed('instance-state')
    ? absent('it has never been stopped')
    : managed(
        db,
        'instance-state',
        InstanceState,
        {
          region: db.aws.region,
          identifierRef: { name: nameOf(db.observed, 'instance') },
          state: db.state === 'Stopped' ? 'stopped' : 'available',
        },
        { providerConfigRef: db.aws.providerConfigRef, keepOnDelete: true },
      )
