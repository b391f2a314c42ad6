import type { TObject } from 'typebox'
import type { Rule } from './blocks/values.ts'

/** One column of `kubectl get`; priority 1 shows with `-o wide` only. */
export interface PrinterColumn {
  readonly name: string
  readonly type: 'string' | 'integer' | 'date'
  readonly jsonPath: string
  readonly priority?: 0 | 1
}

/** What one kind of the API is made of. `npm run generate` writes the XRD, the compositions and the docs from it. */
export interface ApiKind {
  readonly kind: string
  readonly singular: string
  readonly plural: string
  readonly shortNames: readonly string[]
  readonly scope: 'Namespaced' | 'Cluster'
  /** One sentence for `kubectl explain`. */
  readonly description: string
  readonly spec: TObject
  readonly status: TObject
  /** CEL rules on the whole object. */
  readonly rules?: readonly Rule[]
  readonly columns: readonly PrinterColumn[]
  /** Where `kubectl scale` and autoscalers read and write, as paths into the object. */
  readonly scale?: { readonly spec: string; readonly status: string; readonly selector: string }
  /** Providers that get a pinned Composition; empty for a kind that composes nothing. */
  readonly providers: readonly string[]
}
