import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isNode, isScalar, isSeq, LineCounter, parseAllDocuments, type Document } from 'yaml'
import { isObject, type JsonObject } from '../../functions/runtime/json.ts'
import type { Problem } from '../output/problem.ts'

/** One YAML document, and where its fields stand in its file. */
export interface Source {
  readonly file: string
  readonly object: JsonObject
  /** The line of a field, or of the nearest thing around it that is there. */
  readonly lineOf: (path: string) => number
}

/** Reads the documents of files, of all YAML files in folders, or of standard input (`-`). */
export const readSources = (
  paths: readonly string[],
): { readonly sources: readonly Source[]; readonly problems: readonly Problem[] } => {
  const results = paths.flatMap(filesOf).map(file => readFile(file))
  return { sources: results.flatMap(({ sources }) => sources), problems: results.flatMap(({ problems }) => problems) }
}

const filesOf = (path: string): readonly string[] => {
  if (path === '-' || !statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.ya?ml$/.test(name))
    .toSorted()
    .map(name => join(path, name))
}

const readFile = (path: string) => {
  const file = path === '-' ? '<stdin>' : path
  return parseSources(readFileSync(path === '-' ? 0 : path, 'utf8'), file)
}

/** The documents of a YAML text; those that are no YAML, or no object, are problems. */
export const parseSources = (text: string, file: string): { sources: Source[]; problems: Problem[] } => {
  const lines = new LineCounter()
  const sources: Source[] = []
  const problems: Problem[] = []
  for (const document of parseAllDocuments(text, { lineCounter: lines })) {
    const [error] = document.errors
    const value: unknown = error ? undefined : document.toJS({ maxAliasCount: 100 })
    if (error) {
      problems.push({
        file,
        line: lines.linePos(error.pos[0]).line,
        path: '',
        message: error.message.split('\n')[0]?.replace(/ at line.*/, '') ?? '',
      })
    } else if (isObject(value)) {
      sources.push({ file, object: value, lineOf: path => lineOf(document, lines, path) })
    } else if (value !== null && value !== undefined) {
      problems.push({
        file,
        line: 1,
        path: '',
        message: 'not a Kubernetes object: a document has to be a map with apiVersion and kind',
      })
    }
  }
  return { sources, problems }
}

const lineOf = (document: Document, lines: LineCounter, path: string): number => {
  let node: unknown = document.contents
  let offset = startOf(document.contents) ?? 0
  for (const step of stepsOf(path)) {
    const found = stepInto(node, step)
    if (!found) break
    offset = found.offset ?? offset
    node = found.node
  }
  return lines.linePos(offset).line
}

/** `spec.databases[0].name`, or `spec.databases[orders].name` for the item of that name. */
const stepsOf = (path: string): readonly string[] => path.split(/[.[\]]+/).filter(step => step !== '')

const stepInto = (
  node: unknown,
  step: string,
): { readonly node: unknown; readonly offset: number | undefined } | undefined => {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step)
    return pair && { node: pair.value, offset: startOf(pair.key) }
  }
  if (!isSeq(node)) return undefined
  const item = /^\d+$/.test(step)
    ? node.items[Number(step)]
    : node.items.find(candidate => isMap(candidate) && candidate.get('name') === step)
  return item === undefined ? undefined : { node: item, offset: startOf(item) }
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined)
