import { numberAt, textAt } from '../../../runtime/read.ts'
import type { Observations } from '../providers.ts'
import type { AzureDatabase } from './database.ts'
import { zonesOf } from './zones.ts'

export const observations = (db: AzureDatabase): Observations => {
  const { observed } = db
  const server = observed.composed('server')?.resource
  const megabytes = numberAt(server, 'status', 'atProvider', 'storageMb')
  const id = textAt(server, 'status', 'atProvider', 'id')
  return {
    engineVersion: textAt(server, 'status', 'atProvider', 'version'),
    allocated: megabytes === undefined ? undefined : `${Math.floor(megabytes / 1024)}Gi`,
    zones: zonesOf(db),
    console: id && `https://portal.azure.com/#resource${id}`,
  }
}
