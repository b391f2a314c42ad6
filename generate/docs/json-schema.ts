import { apiVersion } from '../../apis/group.ts'
import type { ApiKind } from '../../apis/kind.ts'
import type { File } from '../files.ts'
import { structural } from '../structural.ts'

/** The JSON Schema of a kind, for editors: `# yaml-language-server: $schema=…`. */
export const jsonSchemaFile = (kind: ApiKind): File => ({
  path: `docs/schemas/${kind.kind.toLowerCase()}.json`,
  text: `${JSON.stringify(
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: kind.kind,
      description: kind.description,
      type: 'object',
      required: ['apiVersion', 'kind', 'metadata', 'spec'],
      additionalProperties: false,
      properties: {
        apiVersion: { const: apiVersion },
        kind: { const: kind.kind },
        metadata: { type: 'object', required: ['name'] },
        spec: withCrossplane(closed(structural(kind.spec))),
        status: { type: 'object' },
      },
    },
    null,
    2,
  )}\n`,
})

/** Crossplane adds its own part to the spec, by which a claim can choose a Composition. */
const withCrossplane = ({ properties, ...spec }: { readonly properties?: object }): object => ({
  ...spec,
  properties: {
    ...properties,
    crossplane: { type: 'object', description: 'Crossplane’s own settings, such as compositionRef.' },
  },
})

/** Editors flag a misspelt field only where no other is allowed. */
const closed = (schema: object): object => {
  const { properties, items, ...rest }: Partial<Record<string, unknown>> = { ...schema }
  const fields = Object.entries((properties ?? {}) as Record<string, object>)
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([keyword]) => !keyword.startsWith('x-'))),
    ...(properties !== undefined && {
      additionalProperties: false,
      properties: Object.fromEntries(fields.map(([name, field]) => [name, closed(field)])),
    }),
    ...(items !== undefined && { items: closed(items as object) }),
  }
}
