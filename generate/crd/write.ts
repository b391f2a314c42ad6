import { composedKinds } from '../composed-kinds.ts'
import type { File } from '../files.ts'
import { compact } from './compact.ts'
import { interfaceModule } from './interface.ts'
import { readCrds, type CrdVersion } from './read.ts'

/** Where the generated facts of composed kinds live: types for the function, schemas for the simulator. */
export const typesFolder = 'functions/generated'
export const schemasFolder = 'simulator/generated'

/** The two files of every composed kind. The same CRDs give the same bytes. */
export const crdFiles = (folder: string): readonly File[] => readCrds(folder, composedKinds).flatMap(filesOf)

const filesOf = (crd: CrdVersion): readonly File[] => {
  const schema = {
    apiVersion: `${crd.group}/${crd.version}`,
    kind: crd.kind,
    plural: crd.plural,
    scope: crd.scope,
    schema: compact(crd.schema),
  }
  return [
    { path: `${typesFolder}/${crd.group}/${kebab(crd.kind)}.ts`, text: interfaceModule(crd) },
    { path: `${schemasFolder}/${crd.group}/${kebab(crd.kind)}.json`, text: `${JSON.stringify(schema)}\n` },
  ]
}

/** `PrivateDNSZone` is `private-dns-zone`. */
export const kebab = (kind: string): string =>
  kind
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
