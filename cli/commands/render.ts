import { relative } from 'node:path'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { readSources, type Source } from '../input/documents.ts'
import { at, sortClaims } from '../input/claims.ts'
import { connect, type RemoteFunction } from '../function/remote.ts'
import { asJson, asYaml } from '../output/stream.ts'
import { asTree } from '../output/tree.ts'
import { formatProblem, type Problem } from '../output/problem.ts'
import { passLine } from '../output/pass.ts'
import { watchProgress } from '../output/progress.ts'
import { render, type Rendered } from '../render/session.ts'
import { claimObject } from '../input/claim-object.ts'
import { examplePlatform } from '../input/examples.ts'
import { ExitCode, UsageError } from '../exit.ts'

export interface RenderFlags {
  readonly platform?: string
  readonly provider?: string
  readonly observed?: string
  readonly once?: boolean
  readonly steps?: boolean
  readonly function?: string
  readonly tls?: string
  readonly output?: 'yaml' | 'json' | 'tree'
}

export interface Streams {
  readonly out: (text: string) => void
  readonly err: (line: string) => void
  /** Whether a person reads `out`. */
  readonly terminal: boolean
}

/** `roadbed render`: takes claims through the function, under Crossplane's rules, until they are ready or refused. */
export const renderCommand = async (
  files: readonly string[],
  flags: RenderFlags,
  streams: Streams,
): Promise<ExitCode> => {
  const read = readSources(files)
  const { claims, foreign, problems } = sortClaims(read.sources)
  const all = [...read.problems, ...problems]
  for (const { file, object } of foreign)
    streams.err(`${file}: ${textAt(object, 'kind') ?? 'this'} is not a kind of Roadbed: left out`)
  if (all.length > 0) return report(all, streams)
  const given = [...claims.filter(isPlatform), ...platformFrom(flags.platform)]
  const platforms = given.length > 0 ? given : exampleFor(flags, streams)
  const wanted = claims.filter(claim => !isPlatform(claim))
  if (claims.length === 0) throw new UsageError('there is no claim in these files')
  const remote = flags.function === undefined ? undefined : connect(flags.function, flags.tls)
  try {
    return await renderAll(wanted.length > 0 ? wanted : claims, platforms.at(-1), remote, flags, streams)
  } finally {
    remote?.close()
  }
}

const renderAll = async (
  claims: readonly Source[],
  platform: Source | undefined,
  remote: RemoteFunction | undefined,
  flags: RenderFlags,
  streams: Streams,
): Promise<ExitCode> => {
  const output = flags.output ?? (streams.terminal ? 'tree' : 'yaml')
  const observed = flags.observed === undefined ? [] : readSources([flags.observed]).sources.map(({ object }) => object)
  const results: Rendered[] = []
  const problems: Problem[] = []
  for (const claim of claims) {
    const started = performance.now()
    const rendered = await render({
      claim: claimObject(claim.object),
      platform: platform === claim ? undefined : platform?.object,
      environment: environmentOf(claim, claims),
      observed,
      onlyClaim: claims.length === 1,
      provider: flags.provider,
      call: remote?.call,
      once: flags.once === true,
      onStart: (plane, ref) => watchProgress(plane, ref, streams.err),
      ...(flags.steps && { onPass: (pass, composite, number) => streams.err(passLine(pass, composite, number)) }),
    })
    results.push(rendered)
    problems.push(...problemsOf(rendered, claim, platform))
    if (output === 'tree') streams.out(asTree(rendered, (performance.now() - started) / 1000))
  }
  if (output === 'yaml') streams.out(asYaml(results))
  if (output === 'json') streams.out(asJson(results))
  for (const problem of problems) streams.err(formatProblem(problem))
  return exitCode(results, problems, flags.once === true)
}

const exitCode = (results: readonly Rendered[], problems: readonly Problem[], once: boolean): ExitCode => {
  if (problems.length > 0) return ExitCode.refused
  return once || results.every(({ convergence }) => convergence?.outcome === 'ready') ? ExitCode.ok : ExitCode.unsettled
}

/** A refusal of the platform's settings stands in the platform's file. */
const problemsOf = (
  { faults, refusals }: Rendered,
  claim: Source,
  platform: Source | undefined,
): readonly Problem[] => [
  ...faults.map(({ path, message }) => at(claim, path, message)),
  ...refusals.map(({ path, message, code }) => {
    const ofPlatform = path.startsWith('XPlatform/default ')
    return ofPlatform && platform
      ? at(platform, path.replace('XPlatform/default ', ''), message, code)
      : at(claim, path, message, code)
  }),
]

/** A cloud is nothing without a platform that describes it: for a first look, the example does. */
const exampleFor = ({ provider, observed }: RenderFlags, { err }: Streams): readonly Source[] => {
  if (provider === undefined || provider === 'Kubernetes' || observed !== undefined) return []
  err(`no --platform: the example's stands in, ${relative('', examplePlatform)}`)
  return platformFrom(examplePlatform)
}

const platformFrom = (file: string | undefined): readonly Source[] => {
  if (file === undefined) return []
  const { sources, problems } = readSources([file])
  const sorted = sortClaims(sources)
  const [problem] = [...problems, ...sorted.problems]
  if (problem) throw new UsageError(`--platform: ${formatProblem(problem)}`)
  const found = sorted.claims.filter(isPlatform)
  if (found.length === 0) throw new UsageError(`--platform ${file}: there is no XPlatform in it`)
  return found
}

/** The XEnvironment among the files that a claim is in. */
const environmentOf = ({ object }: Source, claims: readonly Source[]): JsonObject | undefined =>
  claims.find(
    each =>
      each.object['kind'] === 'XEnvironment' &&
      textAt(each.object, 'metadata', 'name') === textAt(claimObject(object), 'metadata', 'namespace'),
  )?.object

const isPlatform = ({ object }: Source): boolean => object['kind'] === 'XPlatform'

export const report = (problems: readonly Problem[], { err }: Streams): ExitCode => {
  for (const problem of problems) err(formatProblem(problem))
  err(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`)
  return ExitCode.refused
}
