import type { KindModule } from '../runtime/kind.ts'
import { database } from './database/index.ts'
import { environment } from './environment/index.ts'
import { platform } from './platform/index.ts'
import { service } from './service/index.ts'

/** Every kind that the function composes, one line each. */
export const kinds: readonly KindModule[] = [database, service, environment, platform]
