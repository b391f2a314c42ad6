import type { JsonObject } from '../../../functions/runtime/json.ts'
import { stableHash } from '../../../functions/runtime/names.ts'
import { objectAt } from '../../../functions/runtime/read.ts'
import { databaseClaim } from '../../harness/claims.ts'
import type { Definition } from '../peers/definition.ts'
import { pathsOf } from '../peers/template.ts'
import { claimName, databaseClaim as opinionated } from '../workload/claim.ts'

/** The claims of a run, by their number. */
export type Claims = (number: number) => JsonObject

/** A database of three lines. */
export const small: Claims = number => databaseClaim({ placement: { provider: 'AWS' } }, { name: `claim-${number}` })

/** The benchmark's claim, which a peer can compose as well: it carries what a peer can't compute. */
export const comparable =
  ({ size, resources }: Definition, composition: string): Claims =>
  number => {
    const name = claimName(number)
    const claim = opinionated(name, size)
    const annotations = pathsOf(resources.map(({ template }) => template)).flatMap(([, field, annotation]) =>
      field === 'annotations' ? [[String(annotation), stableHash(name, String(annotation))] as const] : [],
    )
    return {
      ...claim,
      metadata: { ...objectAt(claim, 'metadata'), annotations: Object.fromEntries(annotations) },
      spec: { ...objectAt(claim, 'spec'), crossplane: { compositionRef: { name: composition } } },
    }
  }
