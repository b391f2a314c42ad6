import type { Structural } from './structural.ts'

/** One version of a kind, as an API server serves it. */
export interface ServedKind {
  /** Empty for Kubernetes' core. */
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly plural: string
  readonly scope: string
  /** Of the whole object. */
  readonly schema: Structural
}

export const apiVersionOf = ({ group, version }: ServedKind): string => (group === '' ? version : `${group}/${version}`)
