import { environment } from '../../../functions/kinds/environment/index.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import type { Clock, Composed } from '../../../functions/runtime/kind.ts'
import type { Outcome } from '../../../functions/runtime/result.ts'
import { inputApiVersion, inputKind } from '../../../apis/input.ts'
import { environmentClaim, platform } from '../../harness/claims.ts'
import { observed, type Description } from '../../runtime/fixtures.ts'

/** The Namespace once it is there. */
export const active: JsonObject = { apiVersion: 'v1', kind: 'Namespace', status: { phase: 'Active' } }

/** What an XEnvironment comes to, with what Crossplane sends beside it. */
export const composeEnvironment = (
  spec: JsonObject = {},
  { required = {}, ...sent }: Description = {},
  settings: JsonObject = {},
  hasPassed: Clock['hasPassed'] = () => false,
): Outcome<Composed> => {
  const filled = { type: 'Development', namespace: { mode: 'Create' }, ...spec }
  const claim = { ...environmentClaim(filled, { uid: '4f6b', namespace: '' }), ...sent.claim }
  const input = { apiVersion: inputApiVersion, kind: inputKind, behaviour: 1 }
  const given = { platform: [platform(settings)], ...required }
  return environment.compose(observed({ input, ...sent, claim, required: given }), {
    hasPassed,
    seed: new Uint8Array(32),
  })
}

/** The same where nothing is refused. */
export const composed = (...args: Parameters<typeof composeEnvironment>): Composed => {
  const outcome = composeEnvironment(...args)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}
