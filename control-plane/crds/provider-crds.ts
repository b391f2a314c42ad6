import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { version } from '../../packages/version.ts'
import { crdFromFacts } from './from-facts.ts'
import { crdsFromFolder, yamlFiles } from './from-folder.ts'
import { foreignKinds } from './kinds.ts'

/** The CRDs of the providers: full ones where a folder has them, otherwise what we know of them. */
export interface ProviderCrds {
  /** Of all that they are made of: to see that they are the same takes less time than to read them. */
  readonly digest: string
  /** The kinds that they bring, as `<apiVersion> <kind>`, by their name. */
  readonly kinds: ReadonlyMap<string, string>
  /** @throws a sentence, when a file can't be read */
  readonly read: () => readonly JsonObject[]
}

/** @throws a sentence, when there is no such folder */
export const providerCrds = (folder: string | undefined): ProviderCrds => {
  const known = foreignKinds()
  const ours = known.map(crdFromFacts)
  const names = ours.map(nameOf)
  const hash = createHash('sha256').update(JSON.stringify([version, ours]))
  if (folder !== undefined) for (const file of yamlFiles(folder)) hash.update(readFileSync(file))
  return {
    digest: hash.digest('hex').slice(0, 16),
    kinds: new Map(known.map(({ apiVersion, kind }, index) => [names[index] ?? '', `${apiVersion} ${kind}`])),
    read: () => {
      if (folder === undefined) return ours
      const full = crdsFromFolder(folder, new Set(names))
      return ours.map(crd => full.get(nameOf(crd)) ?? crd)
    },
  }
}

const nameOf = (crd: JsonObject): string => textAt(crd, 'metadata', 'name') ?? ''
