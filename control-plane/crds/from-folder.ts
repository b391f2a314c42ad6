import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { isObject, type JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'

/**
 * The CRDs of a folder, whatever its layout, by name. Only those that are wanted, where it matters: each costs the API server 3 MB.
 *
 * @throws a sentence, when the folder or a file can't be read
 */
export const crdsFromFolder = (folder: string, wanted?: ReadonlySet<string>): ReadonlyMap<string, JsonObject> => {
  const found = new Map<string, JsonObject>()
  for (const file of yamlFiles(folder)) {
    const text = readFileSync(file, 'utf8')
    if (!text.includes('CustomResourceDefinition') || (wanted && ![...wanted].some(name => text.includes(name))))
      continue
    for (const document of parseAllDocuments(text)) {
      if (document.errors.length > 0) throw new Error(`${file} can’t be read: ${document.errors[0]?.message}`)
      const object: unknown = document.toJS()
      if (!isObject(object) || object['kind'] !== 'CustomResourceDefinition') continue
      const name = textAt(object, 'metadata', 'name')
      if (name !== undefined && wanted?.has(name) !== false) found.set(name, installable(object))
    }
  }
  return found
}

/** Without what only its own cluster can serve: a webhook that converts between versions. */
const installable = (crd: JsonObject): JsonObject => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: {
    name: textAt(crd, 'metadata', 'name') ?? '',
    annotations: objectAt(crd, 'metadata', 'annotations'),
  },
  spec: { ...objectAt(crd, 'spec'), conversion: { strategy: 'None' } },
})

/** @throws a sentence, when there is no such folder */
export const yamlFiles = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(ya?ml|json)$/.test(name))
      .toSorted()
      .map(name => join(folder, name))
  } catch {
    throw new Error(`--crds ${folder}: there is no such folder`)
  }
}
