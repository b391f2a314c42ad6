import { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnswer } from '../../../functions/server/answer.ts'
import { medianRatio } from '../measure/statistics.ts'
import { kinds } from '../workload/bench-kinds.ts'
import type { Ways } from './checks.ts'

/**
 * Prints CPU of a call without its transport, against what the official SDK takes only to decode and encode its request; in turns. Both
 * are JavaScript that makes many objects, so a machine that is slow with one is as slow with the other.
 */
const [folder = ''] = process.argv.slice(2)
const requests = readdirSync(folder).map(name => readFileSync(join(folder, name)))
const answers = { known: createAnswer({ kinds }), anew: createAnswer({ kinds, keep: 0 }) }
const ways = {
  ...answers,
  sdk: (request: Buffer) => RunFunctionRequest.encode(RunFunctionRequest.decode(request)).finish(),
}

let next = 0
const cpuOf = (act: (request: Buffer) => unknown): number => {
  const before = process.cpuUsage()
  for (let call = 0; call < 40; call++) act(requests[next++ % requests.length] ?? Buffer.alloc(0))
  const { user, system } = process.cpuUsage(before)
  return user + system
}
// Each claim has been asked for once before, and V8 has optimised.
for (const request of requests) for (const answer of Object.values(answers)) answer(request)
for (let warm = 0; warm < 20; warm++) Object.values(ways).map(cpuOf)

// Many short ones: a machine that is slow for seconds is so for all of one.
const rounds = Array.from({ length: 75 }, () => ({
  known: cpuOf(ways.known),
  anew: cpuOf(ways.anew),
  sdk: cpuOf(ways.sdk),
}))
const of = (way: keyof typeof ways) => rounds.map(round => round[way])
const measured: Ways = {
  known: medianRatio(of('known'), of('sdk')),
  anew: medianRatio(of('anew'), of('sdk')),
}
process.stdout.write(JSON.stringify(measured))
