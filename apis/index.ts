import { database } from './database/schema.ts'
import { environment } from './environment/schema.ts'
import type { ApiKind } from './kind.ts'
import { platform } from './platform/schema.ts'
import { service } from './service/schema.ts'

/** Every kind of the API, one line each. */
export const kinds: readonly ApiKind[] = [database, service, environment, platform]
