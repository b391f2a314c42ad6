import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { root } from '../../packages/root.ts'

/** A file of this checkout, or of another. */
export const readYaml = (path: string, checkout = root): JsonObject =>
  parse(readFileSync(join(checkout, path), 'utf8')) as JsonObject

/** The platform of the examples: every provider, with all facts. */
export const examplePlatform = (): JsonObject => readYaml('examples/platform/default.yaml')

/** The names of a kind's examples: `minimal`, `production`, … */
export const exampleNames = (kind: string): readonly string[] =>
  readdirSync(join(root, 'examples', kind))
    .filter(name => name.endsWith('.yaml'))
    .map(name => basename(name, '.yaml'))

export const example = (kind: string, name: string): JsonObject => readYaml(`examples/${kind}/${name}.yaml`)
