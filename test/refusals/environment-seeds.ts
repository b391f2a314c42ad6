import { environmentClaim, platform } from '../harness/claims.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import type { RefusalCase } from './refusals.ts'

const seeded = (seed: JsonObject, spec: JsonObject = {}): JsonObject =>
  environmentClaim({ databases: [{ name: 'orders', seed }], ...spec })

/** Seeds that no Job is made for. */
export const environmentSeedRefusals: readonly RefusalCase[] = [
  {
    code: 'ImageNotAllowed',
    why: 'a seed from a registry that is not open',
    claim: seeded({ image: 'docker.io/somebody/seed:1' }),
    platform: platform({ registry: { allowed: ['registry.example.com'] } }),
    path: 'spec.databases[orders].seed.image',
    says: /does not come from registry\.example\.com/,
  },
  {
    code: 'ImageNotAllowed',
    why: 'a seed that may be another one tomorrow, for what lasts',
    claim: seeded({ image: 'registry.example.com/shop/seed:latest' }, { type: 'Staging' }),
    path: 'spec.databases[orders].seed.image',
    says: /in Staging name a version or a digest/,
  },
  {
    code: 'InvalidCombination',
    why: 'a seed that is limited to less than it asks for',
    claim: seeded({ image: 'registry.example.com/seed:1', resources: { memory: '1Gi', limits: { memory: '512Mi' } } }),
    path: 'spec.databases[orders].seed.resources.limits.memory',
    says: /less than the 1Gi/,
  },
]
