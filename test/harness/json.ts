import fc from 'fast-check'
import type { JsonObject } from '../../functions/runtime/json.ts'

/** Any JSON. The official codec, which is the judge, loses the key `__proto__`; ours has a test of its own for it. */
export const jsonObjects = (): fc.Arbitrary<JsonObject> =>
  fc
    .dictionary(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.jsonValue({ maxDepth: 4 }), { maxKeys: 6 })
    .map(entries => JSON.stringify(entries).replaceAll('__proto__', 'proto'))
    .map(text => JSON.parse(text) as JsonObject)
