import { apiVersion } from '../../../../apis/group.ts'
import { service as api } from '../../../../apis/service/schema.ts'
import { service as kind } from '../../../../functions/kinds/service/index.ts'
import { keys } from '../../../../functions/kinds/service/keys.ts'
import type { JsonObject } from '../../../../functions/runtime/json.ts'
import { keyKind } from '../../../../functions/runtime/keys.ts'
import type { Composed } from '../../../../functions/runtime/kind.ts'
import type { Outcome } from '../../../../functions/runtime/result.ts'
import { inputApiVersion, inputKind } from '../../../../apis/input.ts'
import { definitionOf } from '../../../../generate/definition.ts'
import { serviceClaim } from '../../../harness/claims.ts'
import { examplePlatform } from '../../../harness/files.ts'
import { observed, type Description } from '../../../runtime/fixtures.ts'

/** What XService makes of caches once `caches.ts` is loaded, as JSON for the test beside this. */
const compose = (spec: JsonObject, sent: Description = {}): Outcome<Composed> =>
  kind.compose(
    observed({
      input: { apiVersion: inputApiVersion, kind: inputKind, behaviour: 1 },
      claim: serviceClaim(spec, { uid: '4f6b' }),
      ...sent,
      required: {
        platform: [examplePlatform()],
        environment: [],
        'name-deployment': [],
        'name-service': [],
        'name-cache-sessions': [],
        ...sent.required,
      },
    }),
    { hasPassed: () => false, seed: new Uint8Array(32) },
  )

const planOf = (outcome: Outcome<Composed>) => (outcome.ok ? outcome.value.plan : {})
const refusalsOf = (outcome: Outcome<Composed>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code, path, message }) => `${code} ${path}: ${message}`)

const own = {
  caches: [{ name: 'sessions', spec: { size: 'small' }, bind: { as: 'Both' } }],
  networking: { egress: { mode: 'Restricted' } },
}
const cache = (status: JsonObject): JsonObject => ({
  apiVersion,
  kind: 'XCache',
  metadata: { name: 'api-sessions', namespace: 'team-a' },
  status,
})
const bound = compose(own, {
  composed: {
    'service-account': { kind: 'ServiceAccount', metadata: { name: 'api' } },
    'cache-sessions': cache({
      binding: { name: 'api-sessions-conn' },
      endpoint: { host: 'sessions.team-a.svc', port: 6380 },
      placement: { provider: 'Kubernetes' },
      effective: { deletion: { protection: 'Enabled' } },
    }),
  },
  required: { 'details-sessions': [{ kind: 'Secret', metadata: { name: 'api-sessions-conn' } }] },
})
const used = compose({ caches: [{ name: 'shared', ref: { name: 'team-cache' } }] })

process.stdout.write(
  JSON.stringify({
    definition: definitionOf(api),
    kept: keyKind(keys, 'cache-sessions'),
    made: planOf(compose(own)),
    bound: planOf(bound),
    status: bound.ok ? bound.value.report([]).status['bindings'] : [],
    required: used.ok ? Object.fromEntries(used.value.requirements) : {},
    refusals: refusalsOf(
      compose({
        databases: [{ name: 'db' }],
        caches: [{ name: 'db' }, { name: 'other', bind: { env: [{ key: 'jdbcUrl', name: 'X' }] } }],
      }),
    ),
    taken: refusalsOf(compose(own, { required: { 'name-cache-sessions': [cache({})] } })),
  }),
)
