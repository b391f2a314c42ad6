import type { KindModule } from '../runtime/kind.ts'
import { database } from './database/index.ts'
import { environment } from './environment/index.ts'
import { platform } from './platform/index.ts'

/** Every kind that the function composes, one line each. */
export const kinds: readonly KindModule[] = [database, environment, platform]
