import type { JsonObject } from '../../functions/runtime/json.ts'
import { textAt } from '../../functions/runtime/read.ts'
import type { Fault } from '../schema/validate.ts'
import type { ApiServer } from './server.ts'

/** What operators' admission webhooks refuse although it fits the schema. CloudNativePG 1.30's words. */
export const refusedByWebhook = (object: JsonObject, api: Pick<ApiServer, 'schemaOf'>): readonly Fault[] => {
  const snapshots =
    object['apiVersion'] === 'postgresql.cnpg.io/v1' &&
    object['kind'] === 'ScheduledBackup' &&
    textAt(object, 'spec', 'method') === 'volumeSnapshot'
  return snapshots && !api.schemaOf('snapshot.storage.k8s.io/v1', 'VolumeSnapshot')
    ? [{ path: 'spec.method', message: noSnapshots, misfit: false }]
    : []
}

const noSnapshots =
  'Cannot use volumeSnapshot backup method due to missing VolumeSnapshot CRD. If you installed the CRD after having started the operator, please restart it to enable VolumeSnapshot support'
