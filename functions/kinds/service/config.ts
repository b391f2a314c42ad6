import { ConfigMap } from '../../generated/core/config-map.ts'
import { absent, waiting, type Entry } from '../../runtime/plan.ts'
import { object } from '../composed.ts'
import { held } from './held.ts'
import { fileKey } from './pod/volumes.ts'
import type { Service } from './service.ts'

/** The files whose content stands in the claim. They change together with the pods: old ones may start again meanwhile. */
export const config = (service: Service): Entry => {
  const { claim, files, observed } = service
  const contents = files.flatMap(file => (file.content === undefined ? [] : [[fileKey(file), file.content] as const]))
  if (contents.length === 0) return absent('no file has its content here')
  const reason = observed.composed('config') ? held(service) : undefined
  if (reason) return waiting(reason.on, reason.why)
  return object(claim, 'config', ConfigMap, { data: Object.fromEntries(contents) })
}
