import { join } from 'node:path'
import { cacheFolder } from '../../control-plane/paths.ts'

/** Where the benchmark keeps what can be built again: the peers, and the load program. */
export const benchCache = join(cacheFolder(), 'bench')
