import { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnswer } from '../../../functions/server/answer.ts'
import { medianRatio } from '../measure/statistics.ts'
import { inTurns } from '../measure/turns.ts'
import { kinds } from '../workload/bench-kinds.ts'
import type { Ways } from './checks.ts'

/**
 * Prints CPU of a call without its transport, against what the official SDK takes only to decode and encode its request; in turns. Both
 * are JavaScript that makes many objects, so a machine that is slow with one is as slow with the other.
 */
const [folder = ''] = process.argv.slice(2)
const requests = readdirSync(folder).map(name => readFileSync(join(folder, name)))
const [known, anew] = [createAnswer({ kinds }), createAnswer({ kinds, keep: 0 })]
const codec = (request: Buffer) => RunFunctionRequest.encode(RunFunctionRequest.decode(request)).finish()

let next = 0
const withNext = (act: (request: Buffer) => unknown) => () => act(requests[next++ % requests.length] ?? Buffer.alloc(0))

// Each claim has been asked for once before.
for (const request of requests) for (const answer of [known, anew]) answer(request)
const [ofKnown = [], ofAnew = [], ofSdk = []] = inTurns(withNext(known), withNext(anew), withNext(codec))
const measured: Ways = { known: medianRatio(ofKnown, ofSdk), anew: medianRatio(ofAnew, ofSdk) }
process.stdout.write(JSON.stringify(measured))
