/** A Kubernetes structural schema, as it stands in a CRD: the parts of OpenAPI v3 that Kubernetes allows. */
export interface Structural {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Structural>>
  readonly required?: readonly string[]
  readonly items?: Structural
  readonly additionalProperties?: Structural | boolean
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly nullable?: boolean
  readonly 'x-kubernetes-int-or-string'?: boolean
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean
  readonly 'x-kubernetes-embedded-resource'?: boolean
  readonly 'x-kubernetes-list-type'?: 'map' | 'set' | 'atomic'
  readonly 'x-kubernetes-list-map-keys'?: readonly string[]
  readonly 'x-kubernetes-map-type'?: 'atomic' | 'granular'
  readonly 'x-kubernetes-validations'?: readonly Readonly<Record<string, unknown>>[]
  readonly [keyword: string]: unknown
}

/** The keywords that carry facts. Prose (`description`, `title`, `example`, …) is somebody's text and is left out. */
export const factKeywords = [
  'enum',
  'default',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'nullable',
  'oneOf',
  'anyOf',
  'allOf',
  'not',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-map-type',
  'x-kubernetes-validations',
] as const
