import type { Provider } from '../../../apis/blocks/placement.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { withAt } from '../../../functions/runtime/read.ts'
import { sourceFor } from '../../harness/restored.ts'
import { pinned } from '../objects.ts'
import { newNamespace } from './bed.ts'

/** A claim, and what it is restored from, if anything, in a namespace of its own. */
export const withSource = async (claim: JsonObject, provider: Provider) => {
  const source = sourceFor(claim)
  if (!source) return { claim, source }
  const namespace = await newNamespace(`source-${provider}`)
  return {
    claim: withAt(claim, ['spec', 'restoreFrom', 'database', 'namespace'], namespace),
    source: pinned(source, namespace, provider),
  }
}
