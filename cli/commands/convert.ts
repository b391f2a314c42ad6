import pc from 'picocolors'
import { toYaml } from '../../generate/yaml.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { convert, dialectOf, dialects, type Accounted } from '../convert/convert.ts'
import { ExitCode, UsageError } from '../exit.ts'
import { readSources } from '../input/documents.ts'
import { columns } from '../output/columns.ts'
import { report, type Streams } from './render.ts'

/** `roadbed convert`: turns other platforms' manifests into claims. The claims go to standard output, what became of each field to the other. */
export const convertCommand = (files: readonly string[], streams: Streams): ExitCode => {
  const { sources, problems } = readSources(files)
  if (problems.length > 0) return report(problems, streams)
  const known = dialects.map(({ kind, group }) => `${kind} of ${group}`).join(', ')
  if (sources.length === 0) throw new UsageError('there is nothing in these files')
  for (const [index, { object, file }] of sources.entries()) {
    const dialect = dialectOf(object)
    if (!dialect)
      throw new UsageError(
        `${file}: ${textAt(object, 'kind') ?? 'a document'} of ${textAt(object, 'apiVersion') ?? 'no group'} can’t be read; these can: ${known}`,
      )
    const { claim, fields } = convert(object, dialect)
    streams.out(`${index > 0 ? '---\n' : ''}${toYaml(claim)}`)
    streams.err(`${dialect.kind} ${textAt(object, 'metadata', 'name') ?? ''}:`)
    for (const line of columns(fields.map(row))) streams.err(`  ${line}`)
  }
  return ExitCode.ok
}

const row = ({ from, became, told }: Accounted): readonly string[] => [
  from,
  became === 'not mapped' ? pc.yellow(became) : pc.green(became),
  told,
]
