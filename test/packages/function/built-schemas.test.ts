import { build } from 'esbuild'
import * as fc from 'fast-check'
import type { TSchema } from 'typebox'
import { Build } from 'typebox/schema'
import { describe, expect, it } from 'vitest'
import { bindables } from '../../../apis/bindables.ts'
import { databaseSpec } from '../../../apis/database/schema.ts'
import { environmentSpec } from '../../../apis/environment/schema.ts'
import { surroundings } from '../../../apis/environment/surroundings.ts'
import { input, inputApiVersion, inputKind } from '../../../apis/input.ts'
import { platformSpec } from '../../../apis/platform/schema.ts'
import { serviceSpec } from '../../../apis/service/schema.ts'
import { isList, isObject, type Json, type JsonObject } from '../../../functions/runtime/json.ts'
import { ok } from '../../../functions/runtime/result.ts'
import { shapeOf } from '../../../functions/settings/shape.ts'
import { builtSchemas } from '../../../packages/function/built-schemas.ts'
import type { BuiltSchema } from '../../../packages/function/built-validator.ts'
import { withoutUnused } from '../../../packages/function/unused.ts'
import { root } from '../../../packages/root.ts'
import { example } from '../../harness/files.ts'

const bundled = async (contents: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
    plugins: [builtSchemas, withoutUnused],
  })
  return outputFiles[0]?.text ?? ''
}

/** What a module exports when it is bundled. */
const inBundle = async <Exports>(contents: string): Promise<Exports> =>
  (await import(`data:text/javascript,${encodeURIComponent(await bundled(contents))}`)) as Exports

const specOf = (kind: string, name: string): Json => example(kind, name)['spec'] ?? null

const samples: readonly [name: string, schema: TSchema, path: string, values: readonly Json[]][] = [
  [
    'databaseSpec',
    databaseSpec,
    'database/schema',
    [specOf('database', 'production'), { engine: 'Postgres', databases: [{ name: 'orders', collation: 'C' }] }],
  ],
  [
    'serviceSpec',
    serviceSpec,
    'service/schema',
    [specOf('service', 'production'), specOf('service', 'sidecars'), specOf('service', 'queue-worker')],
  ],
  [
    'environmentSpec',
    environmentSpec,
    'environment/schema',
    // With what the API server fills in.
    [{ ...(specOf('environment', 'seeded') as JsonObject), namespace: { mode: 'Create' } }],
  ],
  [
    'surroundings',
    surroundings,
    'environment/surroundings',
    [{ name: 'shop', type: 'Preview', defaults: { placement: { provider: 'AWS' } } }],
  ],
  ['platformSpec', platformSpec, 'platform/schema', [specOf('platform', 'default')]],
  ['input', input, 'input', [{ apiVersion: inputApiVersion, kind: inputKind, behaviour: 1, provider: 'AWS' }]],
]

/** What stands in a claim in place of what was meant. */
const junk = fc.oneof(
  fc.constantFrom<Json[]>(
    null,
    {},
    [],
    '',
    0,
    -1,
    1.5,
    1e9,
    true,
    'Äpfel',
    'a',
    'A b',
    '😀'.repeat(40),
    'x'.repeat(300),
  ),
  fc.jsonValue() as fc.Arbitrary<Json>,
)

/** The value with something else at one place in it, or with a field that it does not know. */
const spoilt = (value: Json, picks: readonly number[], instead: Json): Json => {
  const [pick = 0, ...rest] = picks
  const keys = isObject(value) ? [...Object.keys(value), 'novelty'] : isList(value) ? [...value.keys()].map(String) : []
  const key = keys[pick % Math.max(1, keys.length)]
  if (key === undefined || rest.length === 0) return instead
  if (isList(value)) return value.with(Number(key), spoilt(value[Number(key)] ?? null, rest, instead))
  return isObject(value) ? { ...value, [key]: spoilt(value[key] ?? null, rest, instead) } : instead
}

const checkOf = (schema: TSchema): string => Build(schema).Evaluate().Code()

describe('a schema that is built when the bundle is', () => {
  it.each(samples)(
    'checks what %s does, or a package would take or refuse other claims than its sources',
    async (name, schema, path) => {
      const module = await inBundle<Readonly<Record<string, BuiltSchema>>>(
        `export { ${name} } from './apis/${path}.ts'`,
      )
      const text = module[name]?.text ?? '{}'
      const built = JSON.parse(text) as TSchema
      expect(checkOf(built)).toBe(checkOf(schema))
      // The code says nothing of what it is called with: patterns.
      expect(patternsOf(built)).toEqual(patternsOf(schema))
      expect(text).not.toMatch(/"x-/)
      // The bundle has none to check: TypeBox takes a value of a format that it does not know.
      expect(text).not.toMatch(/"format":"/)
    },
  )

  it.each(samples)(
    'takes and refuses what %s does, in the same words, or a package would treat claims as its sources don’t',
    async (name, schema, path, values) => {
      interface Exports {
        readonly shape: ReturnType<typeof shapeOf>
      }
      const { shape } = await inBundle<Exports>(
        `import { ${name} } from './apis/${path}.ts'
         import { shapeOf } from './functions/settings/shape.ts'
         export const shape = shapeOf(${name}, 'InvalidClaim')`,
      )
      const expected = shapeOf(schema, 'InvalidClaim')
      const picks = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 9 })
      for (const value of values) expect(shape(value, 'spec')).toEqual(ok(value))
      fc.assert(
        fc.property(fc.constantFrom(...values), picks, junk, (value, where, instead) => {
          const given = spoilt(value, where, instead)
          expect(shape(given, 'spec')).toEqual(expected(given, 'spec'))
        }),
        { numRuns: 500 },
      )
    },
  )

  it('is all that changes: what is data and no schema is as it was', async () => {
    const { databases } = bindables
    const { kind, what, description, rules } = databases
    const built = await inBundle(`export { bindables } from './apis/bindables.ts'`)
    expect(built).toMatchObject({ bindables: { databases: { kind, what, description, rules } } })
  })

  it('can’t be built in the function any more: there is no bundle, rather than one that takes fields for required', async () => {
    const builds = `import { choice } from './apis/blocks/values.ts'; console.log(choice(['a'], {}))`
    await expect(bundled(builds)).rejects.toThrow(
      /No matching export in "apis\/blocks\/values\.ts" for import "choice"/,
    )
  })

  it('is compiled there too: what builds and compiles schemas was half of a new pod’s own work, and made code of text', async () => {
    const code = await bundled(`export { parsePlatform } from './functions/settings/platform.ts'`)
    expect(code).not.toMatch(/\bnew Function\b|\bfunction Build[A-Z]|"x-kubernetes/)
  })
})

const patternsOf = (schema: unknown): readonly string[] =>
  typeof schema !== 'object' || schema === null
    ? []
    : Object.entries(schema).flatMap(([key, value]) =>
        key === 'pattern' && typeof value === 'string' ? [value] : patternsOf(value),
      )
