import { isObject, type JsonObject } from '../../functions/runtime/json.ts'
import { listAt, numberAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import type { Work, World } from './actor.ts'

const type = 'cnpg.io/hibernation'

/** CloudNativePG takes a healthy cluster's pods away, and gives them back: its Ready stays True all the while, as the operator has it. */
export const nextOfHibernation = ({ api, slowness }: World, cluster: JsonObject): Work | undefined => {
  const wanted = textAt(cluster, 'metadata', 'annotations', type) === 'on'
  const others = listAt(cluster, 'status', 'conditions')
    .filter(isObject)
    .filter(condition => condition['type'] !== type)
  const isHibernated = others.length < listAt(cluster, 'status', 'conditions').length
  if (wanted === isHibernated) return undefined
  const hibernated = {
    type,
    status: 'True',
    reason: 'Hibernated',
    message: 'Cluster has been hibernated',
    lastTransitionTime: api.time(),
  }
  return {
    seconds: 30 * slowness,
    run: () => {
      const status = {
        ...objectAt(cluster, 'status'),
        conditions: wanted ? [...others, hibernated] : others,
        readyInstances: wanted ? 0 : (numberAt(cluster, 'spec', 'instances') ?? 1),
      }
      api.update({ ...cluster, status }, 'cloudnative-pg')
    },
  }
}
