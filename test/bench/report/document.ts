import type { Options } from '../options.ts'
import type { Results } from '../results.ts'
import type { Machine } from './machine.ts'
import { list, markdown } from './markdown.ts'
import {
  byteTable,
  contributorTable,
  exampleTable,
  figure,
  goalTable,
  percent,
  processTable,
  shareTable,
  sizeTable,
  titleOf,
} from './tables.ts'

/** The text of docs/performance.md. */
export const document = (
  results: Results,
  { sizes, rounds, seconds, claims, calls }: Options,
  machine: Machine,
): string =>
  [
    '# How fast the function is',
    `Written by \`npm run bench\`, which anybody with Go and Python can run; every figure here is from one run. What else the machine does changes the milliseconds: what counts are the ratios within the run.`,
    '## How it is measured',
    list([
      `**Machine**: ${machine.system}; ${machine.processor}, ${machine.cores} cores, ${machine.memory} GiB; load ${machine.load} at the end. ${machine.date}.`,
      `**Versions**: ${machine.versions.join(', ')}; Roadbed ${machine.revision}; ${results.contestants
        .slice(3)
        .map(({ title }) => title)
        .join(', ')}.`,
      `**Command**: \`npm run bench -- --sizes '${sizes.join()}' --rounds ${rounds} --seconds ${seconds} --claims ${claims} --calls ${calls}\`.`,
      'The function is the packaged bundle, started as its image starts it, with metrics on and mutual TLS. Its requests are what core sends for a real XDatabase on AWS at rest, captured from the simulated control plane: 8 composed resources with owner references, managedFields, `status.atProvider` and conditions. Many claims take turns, each with another name and UID; and no claim is called for twice with the same bytes: its fields come in another order and with other resource versions. The function remembers their answers, and gives one again while nothing that it looked at has changed; that is so for what core calls for most, at rest and while providers write. The row of answers made anew is the function with that switched off: what a claim costs that has changed, or was not asked for lately.',
      'For 1, 48 and 200 resources a kind that only the benchmark has plans 1, 6 and 25 such databases in one claim, by the real module, each parsed and resolved for itself. `8 first`: nothing is observed yet; what is composed then differs among the functions, so it is not compared.',
      'The peers are built from pinned modules and packages. Their sources, templates and inputs are generated from one definition, which is made from what our function composes; their composed resources, ready flags, and the fields of the status that they set are compared with ours for every claim and are equal, or they are left out with the reason. They do less than we do: they validate nothing, resolve no settings, guard nothing, and set no conditions. Their metrics servers, which would be open to the network, are off.',
      'The client is a Go program on grpc-go, as core is, with one connection. The echo is `node:http2`, which ours is not built on, and gives bytes that were made beforehand. All servers are up at once; each round calls each of them for a while. CPU is user and system time of the server’s processes from /proc. Cells are the median of the rounds, in brackets the best round. A ratio is the median of the rounds’ ratios.',
    ]),
    '## The figures to reach',
    markdown(goalTable(results)),
    '## Latency and CPU against the number of resources',
    '![p50 at one stream](performance/latency.svg)',
    '![CPU per call at sixteen streams](performance/cpu.svg)',
    ...results.sizes.flatMap(({ size }) => [`### ${titleOf(size)}`, markdown(sizeTable(results, size))]),
    '## Starting and memory',
    markdown(processTable(results)),
    `Memory is resident memory, from /proc. Idle, the function holds ${figure(results.memory.idle)} MiB; two seconds after its first answer, ${figure(results.memory.afterFirst)}, for V8 has compiled what that found hot. Some 40 MiB of it are pages of Node’s own file, which all processes of a machine share; how many of them a kernel maps at once depends on how the file got into its memory: of one that was just written, as when an image is unpacked, 17 MiB more were seen, apart from this run.`,
    '## Bytes',
    markdown(byteTable(results)),
    'The largest contributors at 8 resources:',
    markdown(contributorTable(results, '8')),
    '## What every example costs',
    'In the simulated control plane, where providers finish between two calls. A pass is a call with whose answer something new is sent; the bytes are those of a call at rest. A copy on Azure takes a pass more: its server begins with the password of the one that it is restored from, and is given its own once it is there.',
    markdown(exampleTable(results)),
    '## Where our time goes',
    'From V8’s sampling profiler, at 16 streams, by the source file of the innermost frame that belongs to a part; a helper counts to its caller. Native code is what V8 can’t see into: mostly TLS and sockets.',
    markdown(shareTable(results)),
    ...[...results.profiles].flatMap(([size, { top }]) => [
      `The largest own times at ${size} resources:`,
      markdown([['function', 'share'], ...top.slice(0, 12).map(([frame, share]) => [`\`${frame}\``, percent(share)])]),
    ]),
    '## Guarding it',
    '`npm run bench -- --quick` takes less than two minutes and needs Go, but none of the peers. It compares what does not depend on the machine with `test/bench/expected.json`: bytes of requests and responses, calls and passes from claim to Ready for every example on every provider; and with a tolerance the bytes that a call allocates, our CPU against the echo’s, and that of a call without its transport against what the official SDK takes to decode and encode its request, both JavaScript in one process. When something is worse it prints where the time goes and exits 1. `--update` writes the file anew; its diff is what a reviewer reads.',
  ].join('\n\n') + '\n'
