import { apiVersion, group } from '../../apis/group.ts'
import { kinds } from '../../apis/index.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { nearest } from '../../simulator/schema/nearest.ts'
import { admit } from '../../simulator/api/admit.ts'
import { loadRegistry, registryKey } from '../../simulator/schema/registry.ts'
import type { Fault } from '../../simulator/schema/validate.ts'
import type { Problem } from '../output/problem.ts'
import type { Source } from './documents.ts'

/** The documents that are ours, those that are somebody else's, and what is wrong with ours. */
export interface Sorted {
  readonly claims: readonly Source[]
  readonly foreign: readonly Source[]
  readonly problems: readonly Problem[]
}

/** Checks every document of our group against its schema and rules, as the API server would. */
export const sortClaims = (sources: readonly Source[]): Sorted => {
  const ours = sources.filter(isOurs)
  return {
    claims: ours.filter(source => problemsOf(source).length === 0),
    foreign: sources.filter(source => !ours.includes(source)),
    problems: ours.flatMap(problemsOf),
  }
}

/** A kind of ours under a mistyped group counts as ours: it would silently be left out otherwise. */
const isOurs = ({ object }: Source): boolean =>
  (textAt(object, 'apiVersion') ?? '').startsWith(`${group}/`) || kinds.some(({ kind }) => kind === object['kind'])

const problemsOf = (source: Source): readonly Problem[] => {
  const { object } = source
  const [version, kind] = [textAt(object, 'apiVersion') ?? '', textAt(object, 'kind') ?? '']
  if (version !== apiVersion) return [at(source, 'apiVersion', `"${version}" is not served: write ${apiVersion}`)]
  const schema = loadRegistry().get(registryKey(version, kind))
  const names = kinds.map(known => known.kind)
  if (!schema)
    return [at(source, 'kind', `there is no kind "${kind}": ${meant(kind, names) ?? `there are ${names.join(', ')}`}`)]
  return admit(withNamespace(source, schema.scope), undefined, schema).faults.map(fault => problemOf(source, fault))
}

/** A claim without a namespace goes to the one that kubectl is set to: here, default. */
const withNamespace = ({ object }: Source, scope: string) =>
  scope === 'Cluster' ? object : { ...object, metadata: { namespace: 'default', ...(object['metadata'] as object) } }

const meant = (given: string, known: readonly string[]): string | undefined => {
  const close = nearest(given, known)
  return close === undefined ? undefined : `did you mean ${close}?`
}

const problemOf = (source: Source, { path, message }: Fault): Problem => at(source, path, message)

export const at = (source: Source, path: string, message: string, code?: string): Problem => ({
  file: source.file,
  line: source.lineOf(path),
  path,
  message,
  ...(code !== undefined && { code }),
})
