import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { bindables, type Bindable, type BoundField } from '../../bindables.ts'

type Item = NonNullable<ServiceSpec[BoundField]>[number]

/** What a claim says of something that it binds to, whatever kind that is of. */
export interface BoundItem {
  readonly bindable: Bindable
  readonly item: Item
  /** Where the claim says it. */
  readonly path: string
}

/** Everything that a claim binds to: kind by kind, each in its own order. */
export const boundItems = (spec: Pick<ServiceSpec, BoundField>): readonly BoundItem[] =>
  Object.values(bindables).flatMap(bindable =>
    (spec[bindable.field] ?? []).map(item => ({ bindable, item, path: `spec.${bindable.field}[${item.name}]` })),
  )
