/** A Kubernetes structural schema: the parts of OpenAPI v3 that a CRD may use. */
export interface Structural {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Structural>>
  readonly required?: readonly string[]
  readonly items?: Structural
  readonly additionalProperties?: Structural
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly nullable?: boolean
  readonly 'x-kubernetes-int-or-string'?: boolean
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean
  readonly 'x-kubernetes-list-type'?: 'map' | 'set' | 'atomic'
  readonly 'x-kubernetes-list-map-keys'?: readonly string[]
  readonly 'x-kubernetes-map-type'?: 'atomic' | 'granular'
  readonly 'x-kubernetes-validations'?: readonly Rule[]
  readonly [keyword: string]: unknown
}

/** A CEL rule of a schema. */
export interface Rule {
  readonly rule: string
  readonly message?: string
  readonly messageExpression?: string
  readonly fieldPath?: string
  readonly reason?: string
  readonly optionalOldSelf?: boolean
}

/** What the API server knows of a kind. */
export interface KindSchema {
  readonly apiVersion: string
  readonly kind: string
  readonly plural: string
  readonly scope: 'Namespaced' | 'Cluster'
  /** Of the whole object; metadata is checked by the API server itself. */
  readonly schema: Structural
}
