import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Plugin } from 'esbuild'
import { root } from '../root.ts'

/**
 * Has the schemas of `apis/` built when the bundle is, and not by each new pod: that would take it a tenth of its first answer, and
 * half of TypeBox. Of them there stays what a value is checked by. What builds schemas is not there to be called: a function that
 * does has to be in `apis/` itself, or there is no bundle.
 */
export const builtSchemas: Plugin = {
  name: 'built-schemas',
  setup: build => {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (!path.startsWith(join(root, 'apis') + sep)) return undefined
      const source = await readFile(path, 'utf8')
      if (!source.includes(" from 'typebox'")) return undefined
      const values = Object.entries((await import(path)) as Readonly<Record<string, unknown>>).filter(isData)
      return { contents: values.map(([name, value]) => `export const ${name} = ${textOf(value)}`).join('\n') }
    })
  },
}

const isData = ([, value]: readonly [string, unknown]): boolean => typeof value !== 'function'

/** A value as JSON: of schemas, without what tells people and Kubernetes of them. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, function (this: unknown, key, inner: unknown) {
    const isTold = key.startsWith('x-') || (key === 'description' && isSchema(this))
    return isTold ? undefined : inner
  })

const isSchema = (holder: unknown): boolean =>
  typeof holder === 'object' && holder !== null && 'type' in holder && typeof holder.type === 'string'
