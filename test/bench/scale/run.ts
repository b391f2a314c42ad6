import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { writeOne } from '../../../packages/files.ts'
import { root } from '../../../packages/root.ts'
import type { Options } from '../options.ts'
import { machine } from '../report/machine.ts'
import { document } from './document.ts'
import { hourly } from './hourly.ts'
import { scale, type ScaleResult } from './scale.ts'
import { definitionFor } from '../workload/prepare.ts'
import { workloads } from '../workload/sizes.ts'

/**
 * Makes so many claims on a new control plane, for each number; and after the first, those that compare, with our function and with each
 * peer in its place. Writes docs/scale.md after each: a thousand claims take a quarter of an hour.
 */
export const runScale = async (options: Options, report: (line: string) => void): Promise<void> => {
  const [hours, path] = [await hourly(), join(root, 'docs/scale.md')]
  const results: ScaleResult[] = []
  let compared: ReadonlyMap<string, ScaleResult> = new Map()
  for (const claims of options.scale) {
    results.push(await scale(claims, report))
    if (results.length === 1) compared = await compare(options, report)
    const text = document({ results, compared, hours, machine: machine(), options })
    if (!options.write) {
      report(text)
      continue
    }
    await writeOne(path, await format(text, { ...(await resolveConfig(path)), filepath: path }))
    report('written: docs/scale.md')
  }
}

/** The same claims with our function, and with what can answer core in its place: by their titles. */
const compare = async (
  { compare: claims, peers }: Options,
  report: (line: string) => void,
): Promise<ReadonlyMap<string, ScaleResult>> => {
  const [workload] = await workloads(['8'])
  if (!workload) throw new Error('there is no claim of eight resources')
  // Half of a status, as the peers write it, is nothing that the XRD allows.
  const definition = { ...definitionFor(workload), status: [] }
  const compared = new Map<string, ScaleResult>()
  const contenders = [{ title: 'Roadbed' }, ...peers.map(peer => ({ title: peer.title, peer }))]
  for (const { title, ...other } of claims === 0 ? [] : contenders) {
    report(`${claims} claims that ${title} answers`)
    compared.set(title, await scale(claims, report, { definition, ...other }))
  }
  return compared
}
