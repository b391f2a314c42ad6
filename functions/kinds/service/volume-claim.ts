import type { Volume } from '../../../apis/service/files.ts'
import { PersistentVolumeClaim } from '../../generated/core/persistent-volume-claim.ts'
import type { Entry } from '../../runtime/plan.ts'
import { present } from '../../runtime/json.ts'
import { object } from '../composed.ts'
import { volumeKey } from './pod/volumes.ts'
import type { Service } from './service.ts'

/** A volume that outlives its pods. It is bound when a pod uses it first, so nobody waits for that. */
export const volumeClaim = (service: Service, volume: Volume): Entry => {
  const { type, size = '1Gi', className = service.storageClassName } = volume
  return object(
    service.claim,
    volumeKey(volume),
    PersistentVolumeClaim,
    {
      spec: present({
        accessModes: [type === 'Shared' ? ('ReadWriteMany' as const) : ('ReadWriteOnce' as const)],
        storageClassName: className,
        resources: { requests: { storage: size } },
      }),
    },
    {
      protection: {
        keep: ['spec.storageClassName'],
        fixed: { 'spec.accessModes': `spec.volumes[${volume.name}].type` },
        grow: ['spec.resources.requests.storage'],
      },
    },
  )
}
