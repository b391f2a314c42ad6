import { providers } from '../../../apis/blocks/placement.ts'
import { example, exampleNames } from '../../harness/files.ts'
import { convergeClaim } from '../../harness/plane.ts'
import { bytesOf } from './capture.ts'

/** What a claim costs, whatever the machine. */
export interface Counts {
  /** Reconciles that sent something new, until it is Ready; and calls of the function, until it is at rest. */
  readonly passes: number
  readonly calls: number
  /** Of a call at rest. */
  readonly requestBytes: number
  readonly responseBytes: number
}

/** Every example on every provider, by `<example> on <provider>`, in the simulated control plane. */
export const countAll = async (): Promise<Readonly<Record<string, Counts>>> => {
  const counts: Record<string, Counts> = {}
  for (const name of exampleNames('database')) {
    for (const provider of providers) {
      const { convergence, calls } = await convergeClaim(example('database', name), { provider })
      const last = calls.at(-1)
      if (convergence.outcome !== 'ready' || !last) throw new Error(`${name} on ${provider} is not Ready`)
      counts[`${name} on ${provider}`] = {
        passes: convergence.passes,
        calls: convergence.calls,
        requestBytes: bytesOf(last.request).length,
        responseBytes: last.responseBytes.length,
      }
    }
  }
  return counts
}
