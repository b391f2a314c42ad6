import type { JsonObject } from '../../functions/runtime/json.ts'
import { isObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { refOf } from '../api/object.ts'
import type { ProviderApi, Work, World } from './actor.ts'

const apiVersion = 'barmancloud.cnpg.io/v1'

/** The kinds that the Barman Cloud plugin acts on. */
export const barmanKinds = [{ apiVersion, kind: 'ObjectStore' }] as const

/** The plugin takes a first backup of a healthy cluster, and tells of it in the store that the cluster names. */
export const nextOfBackup = ({ api, slowness }: World, cluster: JsonObject): Work | undefined => {
  const [plugin] = listAt(cluster, 'spec', 'plugins')
  const { name: server } = refOf(cluster)
  const store = storeOf(api, cluster, textAt(plugin, 'parameters', 'barmanObjectName'))
  const told = objectAt(store, 'status', 'serverRecoveryWindow')
  if (!store || Object.hasOwn(told, server)) return undefined
  return {
    seconds: 30 * slowness,
    run: () => {
      const time = api.time()
      const serverRecoveryWindow = {
        ...told,
        [server]: { firstRecoverabilityPoint: time, lastSuccessfulBackupTime: time },
      }
      api.update({ ...store, status: { ...objectAt(store, 'status'), serverRecoveryWindow } }, 'plugin-barman-cloud')
    },
  }
}

/** What keeps a cluster from being made of another one's backups, in the operator's words. */
export const missingForRecovery = (api: ProviderApi, cluster: JsonObject): string | undefined => {
  const source = textAt(cluster, 'spec', 'bootstrap', 'recovery', 'source')
  if (source === undefined) return undefined
  const external = listAt(cluster, 'spec', 'externalClusters')
    .filter(isObject)
    .find(each => each['name'] === source)
  if (!external) return `External cluster ${source} not found`
  const store = textAt(external, 'plugin', 'parameters', 'barmanObjectName')
  return storeOf(api, cluster, store) ? undefined : `ObjectStore "${store}" not found`
}

const storeOf = (api: ProviderApi, cluster: JsonObject, name: string | undefined): JsonObject | undefined =>
  name === undefined
    ? undefined
    : api.get({ apiVersion, kind: 'ObjectStore', name, namespace: refOf(cluster).namespace ?? '' })
