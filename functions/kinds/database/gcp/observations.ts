import { numberAt, textAt } from '../../../runtime/read.ts'
import type { Observations } from '../providers.ts'
import type { GcpDatabase } from './database.ts'

/** Cloud SQL tells no minor version through its provider; the major one stands in `POSTGRES_17`. */
export const observations = ({ observed, gcp }: GcpDatabase): Observations => {
  const instance = observed.composed('instance')?.resource
  const version = textAt(instance, 'status', 'atProvider', 'databaseVersion')?.replace('POSTGRES_', '')
  const allocated = numberAt(instance, 'status', 'atProvider', 'settings', 'diskSize')
  return {
    engineVersion: version,
    allocated: allocated === undefined ? undefined : `${allocated}Gi`,
    zones: [],
    console:
      instance && `https://console.cloud.google.com/sql/instances/${gcp.instanceName}/overview?project=${gcp.project}`,
  }
}
