import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnswer } from '../../../functions/server/answer.ts'
import { kinds } from '../workload/bench-kinds.ts'

/**
 * Prints how many bytes one call allocates on V8's heap: the heap's growth over calls between which it can't be collected, for
 * its young generation was made large enough when this process was started.
 */
const [folder = '', way] = process.argv.slice(2)
const requests = readdirSync(folder).map(name => readFileSync(join(folder, name)))
const answer = createAnswer({ kinds, ...(way === 'anew' && { keep: 0 }) })
const call = (times: number): void => {
  for (let time = 0; time < times; time++) answer(requests[time % requests.length] ?? Buffer.alloc(0))
}
// Until V8 has optimised what it is going to: code that is not allocates half as much again.
call(10_000)
const measured = 100
const growths: number[] = []
for (let round = 0; round < 9; round++) {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  call(measured)
  growths.push((process.memoryUsage().heapUsed - before) / measured)
}
process.stdout.write(String(Math.round(Math.min(...growths))))
