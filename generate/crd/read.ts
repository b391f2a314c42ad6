import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { ComposedKind } from '../composed-kinds.ts'
import type { ServedKind } from './served-kind.ts'
import type { Structural } from './structural.ts'

interface Crd {
  readonly spec: {
    readonly group: string
    readonly scope: string
    readonly names: { readonly kind: string; readonly plural: string }
    readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: Structural } }[]
  }
}

/** Reads the CRDs of the kinds that we compose from a folder of YAML files, whatever its layout. */
export const readCrds = (folder: string, kinds: readonly ComposedKind[]): readonly ServedKind[] => {
  const groups = new Set(kinds.map(kind => kind.split('/')[0]))
  const found = new Map<string, ServedKind>()
  for (const file of yamlFiles(folder)) {
    const text = readFileSync(file, 'utf8')
    if (![...groups].some(group => text.includes(`group: ${group}`) || text.includes(`group: "${group}"`))) continue
    for (const version of versionsOf(parse(text) as Crd)) {
      found.set(`${version.group}/${version.version} ${version.kind}`, version)
    }
  }
  return kinds.map(kind => found.get(kind) ?? missing(kind, folder))
}

const versionsOf = ({ spec }: Crd): readonly ServedKind[] =>
  spec.versions.map(({ name, schema }) => ({
    group: spec.group,
    version: name,
    kind: spec.names.kind,
    plural: spec.names.plural,
    scope: spec.scope,
    schema: schema.openAPIV3Schema,
  }))

const yamlFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.ya?ml$/.test(name))
    .toSorted()
    .map(name => join(folder, name))

const missing = (kind: string, folder: string): never => {
  throw new Error(`no CRD for ${kind} below ${folder}`)
}
