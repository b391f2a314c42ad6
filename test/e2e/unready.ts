import { apiVersion } from '../../apis/group.ts'
import type { Cluster } from '../../control-plane/api/cluster.ts'
import { watchKind } from '../../control-plane/companion/watch.ts'
import { condition } from './objects.ts'

/**
 * Watches every database. Synced may be False for a moment: core refuses to call a function before it has read what it can do.
 *
 * @returns what ends it, and tells what they were meanwhile that is not Ready
 */
export const watchUnreadyOn = async (cluster: Cluster): Promise<() => Promise<readonly string[]>> => {
  const unready: string[] = []
  const stop = await watchKind(
    cluster,
    { apiVersion, kind: 'XDatabase', plural: 'xdatabases' },
    {
      onChange: claim => {
        if (!condition(claim, 'Ready').startsWith('True')) unready.push(condition(claim, 'Ready'))
      },
      onGone: () => unready.push('gone'),
    },
    () => undefined,
  )
  return async () => {
    await stop()
    return unready
  }
}
