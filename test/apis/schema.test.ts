import { describe, expect, it } from 'vitest'
import { kinds } from '../../apis/index.ts'
import { structural } from '../../generate/structural.ts'

interface Field {
  readonly type?: string
  readonly description?: string
  readonly enum?: readonly string[]
  readonly default?: unknown
  readonly maxLength?: number
  readonly maxItems?: number
  readonly maxProperties?: number
  readonly properties?: Readonly<Record<string, Field>>
  readonly required?: readonly string[]
  readonly items?: Field
  readonly additionalProperties?: Field
  readonly 'x-ui-order'?: number
  readonly 'x-kubernetes-validations'?: readonly { rule: string; message?: string; fieldPath?: string }[]
}

interface Place {
  readonly path: string
  readonly field: Field
  readonly inList: boolean
}

/** Every field of a schema, with where it stands. */
const walk = (field: Field, path: string, inList = false): readonly Place[] => [
  { path, field, inList },
  ...Object.entries(field.properties ?? {}).flatMap(([name, child]) => walk(child, `${path}.${name}`, inList)),
  ...(field.items ? walk(field.items, `${path}[]`, true) : []),
  ...(field.additionalProperties ? walk(field.additionalProperties, `${path}{}`, inList) : []),
]

const specs = kinds.map(({ kind, spec }) => ({ kind, places: walk(structural(spec), 'spec') }))
const all = kinds.flatMap(({ kind, spec, status }) => [
  ...walk(structural(spec), `${kind}.spec`),
  ...walk(structural(status), `${kind}.status`),
])
const wrong = (is: (place: Place) => boolean) => all.filter(is).map(({ path }) => path)

describe('every field of every kind', () => {
  it('says what it is for, or a developer has to ask', () => {
    const items = (path: string) => path.endsWith('[]') || /\.(spec|status)$/.test(path)
    expect(wrong(({ path, field }) => !items(path) && !field.description)).toEqual([])
  })

  it('is bounded, or CEL’s cost estimate keeps the CRD from ever being made', () => {
    expect(
      wrong(({ field }) => field.type === 'string' && field.maxLength === undefined && field.enum === undefined),
    ).toEqual([])
    expect(wrong(({ field }) => field.type === 'array' && field.maxItems === undefined)).toEqual([])
    expect(wrong(({ field }) => field.additionalProperties !== undefined && field.maxProperties === undefined)).toEqual(
      [],
    )
  })

  it('is no boolean where a mode may grow', () => {
    expect(wrong(({ field }) => field.type === 'boolean')).toEqual([])
  })

  it('has no default inside a list, or GitOps tools see a difference for ever', () => {
    expect(wrong(({ field, inList }) => inList && field.default !== undefined)).toEqual([])
  })

  it('has PascalCase choices, or letters that a cloud or a protocol prescribes', () => {
    const prescribed =
      /^(AWS|GCP|UTF8|LATIN1|HTTP2|AMD64|ARM64|HPA|KEDA|CPU|TCP|UDP|GRPC|OTLP|SDK|JSON|Tier[1-4]|add|remove|replace|test|pci|gdpr|hipaa|soc2)$/
    expect(
      wrong(({ field }) =>
        (field.enum ?? []).some(value => !/^[A-Z][A-Za-z]*$/.test(value) && !prescribed.test(value)),
      ),
    ).toEqual([])
  })

  it('has rules with a message for people', () => {
    const rules = all.flatMap(({ path, field }) =>
      (field['x-kubernetes-validations'] ?? []).map(rule => ({ path, ...rule })),
    )
    expect(rules.length).toBeGreaterThan(8)
    expect(rules.filter(({ message }) => !message)).toEqual([])
  })
})

describe.each(specs)('the form of $kind', ({ places }) => {
  const top = Object.entries(places[0]?.field.properties ?? {})

  it('has an order for every top-level field, or a portal shuffles them', () => {
    expect(top.map(([, field]) => field['x-ui-order']).toSorted((left = 0, right = 0) => left - right)).toEqual(
      top.map((_, index) => index + 1),
    )
  })

  it('requires at top level only what has a default, or the smallest claim would not be three lines', () => {
    const required = places[0]?.field.required ?? []
    expect(required.filter(name => places[0]?.field.properties?.[name]?.default === undefined)).toEqual([])
  })
})
