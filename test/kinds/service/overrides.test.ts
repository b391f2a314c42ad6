import { describe, expect, it } from 'vitest'
import type { Override } from '../../../apis/blocks/overrides.ts'
import { overridden } from '../../../functions/kinds/service/overrides.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { absent, type Emit } from '../../../functions/runtime/plan.ts'
import { whenObserved } from '../../../functions/runtime/readiness.ts'

const emit = (spec: JsonObject): Emit => ({
  state: 'emit',
  resource: { kind: 'Thing', metadata: { name: 'api', namespace: 'team-a' }, spec },
  readiness: whenObserved,
})

const container = { name: 'service', image: 'registry.example.com/api:1', securityContext: { privileged: false } }
const deployment = emit({ replicas: 2, template: { spec: { containers: [container], serviceAccountName: 'own' } } })
const plan = { deployment, service: emit({ type: 'ClusterIP' }), autoscaler: absent('none') }

const allowed = { policy: { overrides: 'Allow' } } as const
const change = (override: Omit<Override, 'reason'>) => overridden(plan, [{ reason: 'why', ...override }], allowed)
const messages = (outcome: ReturnType<typeof change>) =>
  outcome.ok ? [] : outcome.refusals.map(({ path, message }) => `${path}: ${message}`)

const pod = (spec: JsonObject): Omit<Override, 'reason'> => ({
  target: 'deployment',
  merge: { spec: { template: { spec } } },
})
const metadata = (fields: JsonObject): Omit<Override, 'reason'> => ({
  target: 'deployment',
  merge: { metadata: fields },
})
const patch = (path: string, value: unknown, op: 'add' | 'replace' = 'replace'): Omit<Override, 'reason'> => ({
  target: 'deployment',
  jsonPatch: [{ op, path, value }],
})
const first = '/spec/template/spec/containers/0'

describe('an override', () => {
  it.each<[string, JsonObject]>([
    ['a probe', { livenessProbe: { httpGet: { port: 80, host: '169.254.169.254' } } }],
    ['a probe by TCP', { startupProbe: { tcpSocket: { port: 80, host: '169.254.169.254' } } }],
    ['a hook', { lifecycle: { preStop: { httpGet: { port: 80, host: '169.254.169.254' } } } }],
  ])('can’t have a node ask an address that no pod gets to, by %s', (_, wanted) => {
    const outcome = change(pod({ containers: [{ ...container, ...wanted }] }))
    expect(messages(outcome)).toEqual([expect.stringContaining('a node would ask 169.254.169.254 for the pod')])
  })

  it.each<[string, JsonObject]>([
    ['whom KEDA asks', { metadata: { serverAddress: 'https://evil.example' } }],
    ['with what it asks', { authenticationRef: { kind: 'ClusterTriggerAuthentication', name: 'everything' } }],
    ['by what it asks', { type: 'metrics-api' }],
  ])('can’t change %s, which would send along a token that is not the claim’s', (_, wanted) => {
    const trigger = { type: 'prometheus', name: 'q', metadata: { serverAddress: 'http://prometheus' } }
    const scaled = { ...plan, 'scaled-object': emit({ triggers: [trigger] }) }
    const merge = { spec: { triggers: [{ ...trigger, ...wanted }] } }
    const outcome = overridden(scaled, [{ target: 'scaled-object', reason: 'why', merge }], allowed)
    expect(messages(outcome)).toEqual([
      expect.stringMatching(/spec\.triggers\.\*\.\S+ of scaled-object can't be changed/),
    ])
  })

  it('is refused where the platform has not allowed any, or every claim would be a way around the API', () => {
    const one = [{ target: 'deployment', reason: 'why', merge: { spec: { minReadySeconds: 5 } } }]
    for (const policy of [{}, { overrides: 'Deny' } as const]) {
      const outcome = overridden(plan, one, { policy })
      expect(messages(outcome)).toEqual([expect.stringContaining('the platform allows none')])
    }
  })

  it('merges fields over what is planned, and says so', () => {
    const outcome = change({ target: 'deployment', merge: { spec: { minReadySeconds: 5 } } })
    expect(outcome.ok && outcome.value.plan.deployment).toMatchObject({
      resource: { spec: { minReadySeconds: 5, replicas: 2 } },
    })
    expect(outcome.ok && outcome.value.deviations).toEqual([{ field: 'spec.overrides[deployment]', reason: 'why' }])
  })

  it('patches an item of a list, without a word about the others', () => {
    const lifecycle = { preStop: { sleep: { seconds: 30 } } }
    const outcome = change(patch(`${first}/lifecycle`, lifecycle, 'add'))
    expect(outcome.ok && outcome.value.plan.deployment).toMatchObject({
      resource: { spec: { template: { spec: { containers: [{ ...container, lifecycle }] } } } },
    })
  })

  it('leaves the plan that it was given as it was, or the next call begins with a changed one', () => {
    const before = JSON.stringify(plan)
    change(patch('/spec/minReadySeconds', 5, 'add'))
    expect(JSON.stringify(plan)).toBe(before)
  })

  it('of what is not there now waits until it is', () => {
    expect(change({ target: 'autoscaler', merge: { spec: { behavior: {} } } }).ok).toBe(true)
  })

  it.each<[string, Omit<Override, 'reason'>]>([
    ['another namespace', metadata({ namespace: 'team-b' })],
    ['another name', metadata({ name: 'other' })],
    ['another owner', metadata({ ownerReferences: [] })],
    ['a label that a policy selects', metadata({ labels: { team: 'b' } })],
    ['another kind', { target: 'deployment', merge: { kind: 'DaemonSet' } }],
    ['another identity', pod({ serviceAccountName: 'admin' })],
    ['the node’s network', pod({ hostNetwork: true })],
    ['a folder of the node', pod({ volumes: [{ name: 'a', hostPath: { path: '/' } }] })],
    ['another image', patch(`${first}/image`, 'x')],
    ['a privileged container', patch(`${first}/securityContext/privileged`, true)],
    ['one more container', patch('/spec/template/spec/containers/-', { name: 'x' }, 'add')],
    ['another set of containers', pod({ containers: [container, container] })],
    ['a public address', { target: 'service', merge: { spec: { type: 'LoadBalancer' } } }],
    ['an address of somebody else', { target: 'service', merge: { spec: { externalIPs: ['10.0.0.1'] } } }],
    ['pods of somebody else', { target: 'service', merge: { spec: { selector: { app: 'other' } } } }],
    ['a prototype', patch('/__proto__/polluted', true, 'add')],
  ])('can’t ask for %s, whatever the platform allows', (_what, override) => {
    expect(change(override).ok).toBe(false)
    expect({}).not.toHaveProperty('polluted')
  })

  it.each(['network-policy', 'service-account', 'identity-role', 'database-db', 'protection', 'nothing'])(
    'can’t touch %s at all',
    target => {
      expect(messages(change({ target, merge: { spec: {} } }))).toEqual([
        expect.stringContaining(
          `spec.overrides[0].target: "${target}" can't be changed; these can: deployment, service`,
        ),
      ])
    },
  )

  it('that does not apply says why', () => {
    const jsonPatch = [{ op: 'test' as const, path: '/spec/replicas', value: 3 }]
    expect(messages(change({ target: 'deployment', jsonPatch }))).toEqual([
      expect.stringMatching(/^spec\.overrides\[0\]\.jsonPatch: Test/),
    ])
  })
})
