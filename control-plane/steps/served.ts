import type { Cluster } from '../api/cluster.ts'
import { waitFor } from '../processes/ready.ts'

/**
 * Waits until the API server serves kinds, each given as `<apiVersion> <kind>` with the name of its CRD. They are served at about the same
 * time, so hardly more than one question is asked.
 *
 * @throws a sentence with the name of the first that it does not serve
 */
export const waitForKinds = async (
  cluster: Cluster,
  kinds: Iterable<readonly [crd: string, kind: string]>,
): Promise<void> => {
  let served = await cluster.servedKinds()
  for (const [crd, kind] of kinds) {
    const isServed = async () => served.has(kind) || (served = await cluster.servedKinds()).has(kind)
    await waitFor(isServed, 120, `${crd} is not served by the API server`)
  }
}
