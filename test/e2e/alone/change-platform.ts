import type { JsonObject } from '../../../functions/runtime/json.ts'
import { platform } from '../../harness/claims.ts'
import { cluster } from '../shared/bed.ts'

/** What every claim looks at changes: nobody else may look meanwhile. */
export const changePlatform = (spec: JsonObject): Promise<void> => cluster.apply(platform(spec))
