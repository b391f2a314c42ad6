import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { writeOne } from '../../../packages/files.ts'
import { root } from '../../../packages/root.ts'
import type { Options } from '../options.ts'
import { machine } from '../report/machine.ts'
import { document } from './document.ts'
import { hourly } from './hourly.ts'
import { scale, type ScaleResult } from './scale.ts'

/** Makes so many claims on a new control plane, for each number; then writes docs/scale.md. */
export const runScale = async (options: Options, report: (line: string) => void): Promise<void> => {
  const results: ScaleResult[] = []
  for (const claims of options.scale) results.push(await scale(claims, report))
  const path = join(root, 'docs/scale.md')
  const text = document(results, await hourly(), machine())
  if (!options.write) return report(text)
  await writeOne(path, await format(text, { ...(await resolveConfig(path)), filepath: path }))
  report('written: docs/scale.md')
}
