import { composedKinds, kubernetesKinds } from '../composed-kinds.ts'
import type { File } from '../files.ts'
import { compact } from './compact.ts'
import { interfaceModule } from './interface.ts'
import { readOpenApi } from '../openapi/read.ts'
import { readCrds } from './read.ts'
import { apiVersionOf, type ServedKind } from './served-kind.ts'

/** Where the generated facts of composed kinds live: types for the function, schemas for the simulator. */
export const typesFolder = 'functions/generated'
export const schemasFolder = 'simulator/generated'

/** The two files of every composed kind. The same CRDs give the same bytes. */
export const crdFiles = (folder: string): readonly File[] => readCrds(folder, composedKinds).flatMap(filesOf)

/** The same for the kinds of Kubernetes itself. */
export const kubernetesFiles = (folder: string): readonly File[] =>
  readOpenApi(folder, kubernetesKinds).flatMap(filesOf)

const filesOf = (served: ServedKind): readonly File[] => {
  const { group, kind, plural, scope, schema } = served
  const facts = { apiVersion: apiVersionOf(served), kind, plural, scope, schema: compact(schema) }
  const place = `${group || 'core'}/${kebab(kind)}`
  return [
    { path: `${typesFolder}/${place}.ts`, text: interfaceModule(served) },
    { path: `${schemasFolder}/${place}.json`, text: `${JSON.stringify(facts)}\n` },
  ]
}

/** `PrivateDNSZone` is `private-dns-zone`. */
export const kebab = (kind: string): string =>
  kind
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
