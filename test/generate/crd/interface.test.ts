import { describe, expect, it } from 'vitest'
import { interfaceModule } from '../../../generate/crd/interface.ts'
import type { ServedKind } from '../../../generate/crd/served-kind.ts'
import type { Structural } from '../../../generate/crd/structural.ts'

const gadget: ServedKind = {
  group: 'example.org',
  version: 'v1',
  kind: 'Gadget',
  plural: 'gadgets',
  scope: 'Namespaced',
  schema: {},
}

const moduleOf = (spec: Structural, scope = 'Namespaced'): string =>
  interfaceModule({ ...gadget, scope, schema: { properties: { spec } } })

/** The type of one field of the spec, on one line. */
const typeOf = (field: Structural): string =>
  (
    /readonly spec\??: \{\n\s+readonly f\?: ([\s\S]*?)\n {2}\}\n\}/.exec(moduleOf({ properties: { f: field } }))?.[1] ??
    ''
  ).replaceAll(/\s+/g, ' ')

describe('the type of a composed kind', () => {
  it('has no namespace where the kind has none, or an object is sent that no API server takes', () => {
    expect(moduleOf({}, 'Cluster')).toContain('readonly metadata: ClusterObjectMeta\n')
    expect(moduleOf({}, 'Cluster')).toContain('import { kindOf, type ClusterObjectMeta }')
  })

  it('takes anything for the spec of a CRD that says nothing, or the module does not compile', () => {
    expect(interfaceModule({ ...gadget, schema: {} }))
      .toBe(`// Generated from the kind's schema by \`npm run generate\` (--crds, --kubernetes). Do not edit.
import type { Json } from '../../runtime/json.ts'
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type Gadget = {
  readonly apiVersion: 'example.org/v1'
  readonly kind: 'Gadget'
  readonly metadata: ObjectMeta
  readonly spec: Json
}

export const Gadget = kindOf<Gadget>('example.org/v1', 'Gadget')
`)
  })

  it('has what stands beside a spec, or a Secret has no data', () => {
    const properties = { apiVersion: {}, kind: {}, metadata: {}, status: {}, data: { type: 'string' }, spec: {} }
    const text = interfaceModule({ ...gadget, schema: { properties, required: ['data'] } })
    expect(text).toContain('readonly metadata: ObjectMeta\n  readonly data: string\n  readonly spec?: Json\n}')
  })

  it('has to have a spec where something in it has to be, or an empty object compiles', () => {
    expect(moduleOf({ required: ['f'], properties: { f: { type: 'string' } } })).toContain('readonly spec: {')
  })

  it.each([
    [{ type: 'string' }, 'string'],
    [{ type: 'integer' }, 'number'],
    [{ type: 'number' }, 'number'],
    [{ type: 'boolean' }, 'boolean'],
    [{ type: 'object' }, 'Json'],
    [{ 'x-kubernetes-preserve-unknown-fields': true }, 'Json'],
    [{ 'x-kubernetes-int-or-string': true }, 'number | string'],
    [{ type: 'string', enum: ['A', 'B'] }, "'A' | 'B'"],
    [{ type: 'integer', enum: [1, 2] }, 'number'],
    [{ type: 'array', items: { type: 'string' } }, 'readonly string[]'],
    [{ type: 'array', items: { type: 'string', enum: ['A', 'B'] } }, "readonly ('A' | 'B')[]"],
    [{ type: 'object', additionalProperties: { type: 'string' } }, '{ readonly [key: string]: string }'],
    [
      { type: 'object', required: ['b'], properties: { b: { type: 'string' }, 'a-b': { type: 'string' } } },
      "{ readonly 'a-b'?: string readonly b: string }",
    ],
  ] satisfies [Structural, string][])(
    'has for %j the type %s, or the function may compose what the API server refuses',
    (field, type) => {
      expect(typeOf(field)).toBe(type)
    },
  )

  it('has no prose in it and no import that it does not use, or it does not pass the linter', () => {
    const text = moduleOf({ properties: { f: { type: 'string', description: 'Prose.' } } })
    expect(text).not.toContain('Prose')
    expect(text).not.toContain('json.ts')
  })
})
