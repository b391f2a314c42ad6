import { format, resolveConfig } from 'prettier'
import { join } from 'node:path'
import { writeOne } from '../../../packages/files.ts'
import { root } from '../../../packages/root.ts'
import { median } from '../measure/statistics.ts'
import type { Options } from '../options.ts'
import type { Results } from '../results.ts'
import { document } from './document.ts'
import { series, type Quantity } from './figures.ts'
import { machine } from './machine.ts'
import { picture, type Line } from './picture.ts'

/** Writes docs/performance.md and its pictures. @returns their paths in the repository */
export const writeDocument = async (results: Results, options: Options): Promise<readonly string[]> => {
  const path = join(root, 'docs/performance.md')
  const config = await resolveConfig(path)
  const files: readonly (readonly [string, string])[] = [
    ['docs/performance.md', await format(document(results, options, machine()), { ...config, filepath: path })],
    ['docs/performance/latency.svg', drawn(results, 'p50', 1, 'Latency at one stream: p50', 'ms')],
    ['docs/performance/cpu.svg', drawn(results, 'cpu', 16, 'CPU per call at sixteen streams', 'ms of CPU')],
  ]
  for (const [name, text] of files) await writeOne(join(root, name), text)
  return files.map(([name]) => name)
}

const drawn = (results: Results, quantity: Quantity, streams: number, title: string, y: string): string => {
  const sizes = results.sizes.filter(({ size }) => size !== '8 first')
  const lines = results.contestants.flatMap(({ id, title: name }): Line[] => {
    const points = sizes.flatMap(({ size, resources }) => {
      const values = series(results, id, size, streams, quantity)
      return values.length === 0 ? [] : [[resources, median(values)] as const]
    })
    return points.length === 0
      ? []
      : [
          {
            title: name.replace(/^function-|, function-sdk.*/g, ''),
            points: points.toSorted(([left], [right]) => left - right),
          },
        ]
  })
  return picture({ title, x: 'composed resources', y, lines })
}
