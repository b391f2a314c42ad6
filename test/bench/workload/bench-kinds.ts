import { kinds as productKinds } from '../../../functions/kinds/index.ts'
import type { KindModule } from '../../../functions/runtime/kind.ts'
import { databaseSet } from './set-kind.ts'

/** What stands in the place of `functions/kinds/index.ts` in the benchmark's bundle. */
export const kinds: readonly KindModule[] = [...productKinds, databaseSet]
