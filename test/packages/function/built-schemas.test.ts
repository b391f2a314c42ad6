import { build } from 'esbuild'
import type { TSchema } from 'typebox'
import { Build } from 'typebox/schema'
import { describe, expect, it } from 'vitest'
import { bindables } from '../../../apis/bindables.ts'
import { databaseSpec } from '../../../apis/database/schema.ts'
import { environmentSpec } from '../../../apis/environment/schema.ts'
import { surroundings } from '../../../apis/environment/surroundings.ts'
import { input } from '../../../apis/input.ts'
import { platformSpec } from '../../../apis/platform/schema.ts'
import { serviceSpec } from '../../../apis/service/schema.ts'
import { builtSchemas } from '../../../packages/function/built-schemas.ts'
import { root } from '../../harness/files.ts'

const bundled = async (contents: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
    plugins: [builtSchemas],
  })
  return outputFiles[0]?.text ?? ''
}

/** What an export of a module is in the bundle. */
const inBundle = async (name: string, path: string): Promise<TSchema> => {
  const code = await bundled(`export { ${name} } from './apis/${path}.ts'`)
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Readonly<Record<string, TSchema>>
  return module[name] ?? {}
}

const checkOf = (schema: TSchema): string => Build(schema).Evaluate().Code()

describe('a schema that is built when the bundle is', () => {
  it.each<[string, TSchema, string]>([
    ['databaseSpec', databaseSpec, 'database/schema'],
    ['serviceSpec', serviceSpec, 'service/schema'],
    ['environmentSpec', environmentSpec, 'environment/schema'],
    ['surroundings', surroundings, 'environment/surroundings'],
    ['platformSpec', platformSpec, 'platform/schema'],
    ['input', input, 'input'],
  ])(
    'checks what %s does, or a package would take or refuse other claims than its sources',
    async (name, schema, path) => {
      const built = await inBundle(name, path)
      expect(checkOf(built)).toBe(checkOf(schema))
      // The code says nothing of what it is called with: patterns.
      expect(patternsOf(built)).toEqual(patternsOf(schema))
      expect(JSON.stringify(built)).not.toMatch(/"x-/)
    },
  )

  it('is all that changes: what is data and no schema is as it was', async () => {
    const { databases } = bindables
    const { kind, what, description, rules } = databases
    expect(await inBundle('bindables', 'bindables')).toMatchObject({ databases: { kind, what, description, rules } })
  })

  it('can’t be built in the function any more: there is no bundle, rather than one that takes fields for required', async () => {
    const builds = `import { choice } from './apis/blocks/values.ts'; console.log(choice(['a'], {}))`
    await expect(bundled(builds)).rejects.toThrow(
      /No matching export in "apis\/blocks\/values\.ts" for import "choice"/,
    )
  })

  it('brings none of what builds schemas along: that was half of a new pod’s own work', async () => {
    expect(await bundled(`export { databaseSpec } from './apis/database/schema.ts'`)).not.toContain('typebox')
  })
})

const patternsOf = (schema: unknown): readonly string[] =>
  typeof schema !== 'object' || schema === null
    ? []
    : Object.entries(schema).flatMap(([key, value]) =>
        key === 'pattern' && typeof value === 'string' ? [value] : patternsOf(value),
      )
