import type { JsonObject } from '../../functions/runtime/json.ts'
import { at, listAt, textAt } from '../../functions/runtime/read.ts'
import { crossplaneNamespace } from '../accounts.ts'
import type { Cluster } from '../api/cluster.ts'
import { waitFor } from '../processes/ready.ts'
import { companionNamespace } from './companion.ts'

/** Those that the cluster needs for itself; what a user runs may never start. */
const needed = new Set(['kube-system', crossplaneNamespace, companionNamespace])

/**
 * Waits until every pod that a cluster needs runs, and was started by its node since a moment: until it has looked at them, a node that was stopped
 * says of them what was true before.
 *
 * @param since milliseconds
 */
export const untilPodsRun = (cluster: Cluster, since: number): Promise<void> =>
  waitFor(() => allRun(cluster, since), 300, 'the pods of the cluster do not run again')

const allRun = async (cluster: Cluster, since: number): Promise<boolean> => {
  try {
    const { items } = await cluster.list('v1', 'Pod')
    const pods = items.filter(pod => needed.has(textAt(pod, 'metadata', 'namespace') ?? ''))
    return pods.length > 0 && pods.every(pod => runsSince(pod, since))
  } catch {
    // The API server is one of them.
    return false
  }
}

/** Whether all containers of a pod are ready, and were started since a moment. Kubernetes tells times in whole seconds. */
export const runsSince = (pod: JsonObject, since: number): boolean => {
  const containers = listAt(pod, 'status', 'containerStatuses')
  return (
    containers.length > 0 &&
    containers.every(container => {
      const startedAt = textAt(container, 'state', 'running', 'startedAt')
      return at(container, 'ready') === true && Date.parse(startedAt ?? '') >= Math.floor(since / 1000) * 1000
    })
  )
}
