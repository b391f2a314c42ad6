import { createAnswer } from '../../../functions/server/answer.ts'
import { objectAt } from '../../../functions/runtime/read.ts'
import { example } from '../../harness/files.ts'
import { bed } from '../../harness/plane.ts'
import { medianRatio } from '../measure/statistics.ts'
import { inTurns } from '../measure/turns.ts'
import { kinds } from '../workload/bench-kinds.ts'
import { bytesOf } from '../workload/capture.ts'

/**
 * Prints CPU of a call for a claim at rest that is in an environment, against the same claim in a namespace that is none; in turns, for an
 * answer that is given again and for one that is made anew.
 */
const [alone, inside] = [await atRest(false), await atRest(true)]

const ratio = (keep: number | undefined): number => {
  const answer = createAnswer({ kinds, ...(keep !== undefined && { keep }) })
  const [ofInside = [], ofAlone = []] = inTurns(
    () => answer(inside),
    () => answer(alone),
  )
  return medianRatio(ofInside, ofAlone)
}

// One byte holds no answer, and settings are decoded once all the same: as for a claim that has changed.
process.stdout.write(JSON.stringify({ known: ratio(undefined), anew: ratio(1) }))

/** What core sends for the production example. The environment is as large as its example, and changes nothing of the claim but who decides. */
async function atRest(isInside: boolean): Promise<Uint8Array> {
  const { calls, claim, converge } = bed({ provider: 'AWS' })
  const { type: _type, databases: _databases, ...spec } = objectAt(example('environment', 'production'), 'spec')
  const environment = { ...example('environment', 'production'), spec: { ...spec, type: 'Development' } }
  if (isInside) await converge(claim(environment))
  const database = example('database', 'production')
  const metadata = { ...objectAt(database, 'metadata'), namespace: 'shop' }
  const { outcome } = await converge(claim({ ...database, metadata }))
  const last = calls.at(-1)
  if (outcome !== 'ready' || !last) throw new Error(`the claim came out ${outcome}, not ready`)
  return bytesOf(last.request)
}
