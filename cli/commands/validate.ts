import { readSources } from '../input/documents.ts'
import { sortClaims } from '../input/claims.ts'
import { ExitCode, UsageError } from '../exit.ts'
import { report, type Streams } from './render.ts'

/** `roadbed validate`: checks claims against the schema and its rules, without composing anything. */
export const validateCommand = (files: readonly string[], streams: Streams): ExitCode => {
  const read = readSources(files)
  const { claims, foreign, problems } = sortClaims(read.sources)
  const all = [...read.problems, ...problems]
  if (all.length > 0) return report(all, streams)
  if (claims.length === 0) throw new UsageError('there is no claim in these files')
  const others = foreign.length > 0 ? `, ${foreign.length} of other kinds left out` : ''
  streams.err(`${claims.length} ${claims.length === 1 ? 'claim is' : 'claims are'} valid${others}`)
  return ExitCode.ok
}
