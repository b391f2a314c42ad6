import { numberAt, textAt } from '../../../runtime/read.ts'
import type { Observations } from '../providers.ts'
import type { AzureDatabase } from './database.ts'

export const observations = ({ observed }: AzureDatabase): Observations => {
  const server = observed.composed('server')?.resource
  const megabytes = numberAt(server, 'status', 'atProvider', 'storageMb')
  const id = textAt(server, 'status', 'atProvider', 'id')
  return {
    engineVersion: textAt(server, 'status', 'atProvider', 'version'),
    allocated: megabytes === undefined ? undefined : `${Math.floor(megabytes / 1024)}Gi`,
    console: id && `https://portal.azure.com/#resource${id}`,
  }
}
