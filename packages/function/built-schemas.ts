import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Plugin } from 'esbuild'
import type { TSchema } from 'typebox'
import { Build } from 'typebox/schema'
import { root } from '../root.ts'

/**
 * Has the schemas of `apis/` built and compiled when the bundle is, and not by each new pod: that would take it a seventh of its first
 * answer, and most of TypeBox. What builds schemas is not there to be called: a function that does has to be in `apis/` itself, or
 * there is no bundle.
 */
export const builtSchemas: Plugin = {
  name: 'built-schemas',
  setup: build => {
    build.onResolve({ filter: /\/validator\.ts$/ }, () => ({
      path: join(root, 'packages/function/built-validator.ts'),
    }))
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (!path.startsWith(join(root, 'apis') + sep)) return undefined
      const source = await readFile(path, 'utf8')
      if (!source.includes(" from 'typebox'")) return undefined
      const values = Object.entries((await import(path)) as Readonly<Record<string, unknown>>).filter(isData)
      const lines = values.map(
        ([name, value]) => `export const ${name} = ${isSchema(value) ? built(value) : textOf(value)}`,
      )
      return { contents: [guard, ...lines].join('\n'), resolveDir: root }
    })
  },
}

const isData = ([, value]: readonly [string, unknown]): boolean => typeof value !== 'function'

/** What TypeBox's code calls. */
const guard = `import { Guard } from 'typebox/guard'`

/** A `BuiltSchema`, as code. */
const built = (schema: TSchema): string => {
  const build = Build(schema)
  const code = [...build.Functions(), `return value => ${build.Entry()}`].join(';\n')
  const missing = build.UseUnevaluated() ? 'CheckContext' : /\bHashing\b/.exec(code)?.[0]
  if (missing !== undefined) throw new Error(`what checks a schema calls ${missing}, which is not in its bundle`)
  const { identifier, variables } = build.External()
  const patterns = variables.map(variable => {
    if (variable instanceof RegExp) return String(variable)
    throw new Error('what checks a schema needs something that is no regular expression')
  })
  return `{
    make: () => {
      const ${identifier} = [${patterns.join(', ')}];
      ${code}
    },
    text: ${JSON.stringify(textOf(schema))},
  }`
}

/** A value as JSON: of schemas, without what tells people and Kubernetes of them. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, function (this: unknown, key, inner: unknown) {
    const isTold = key.startsWith('x-') || (key === 'description' && isSchema(this))
    return isTold ? undefined : inner
  })

const isSchema = (holder: unknown): holder is TSchema =>
  typeof holder === 'object' && holder !== null && 'type' in holder && typeof holder.type === 'string'
