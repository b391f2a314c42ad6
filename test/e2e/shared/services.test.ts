import { beforeAll, describe, expect, it } from 'vitest'
import { convert, dialectOf } from '../../../cli/convert/convert.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { numberAt, objectAt, textAt } from '../../../functions/runtime/read.ts'
import { serviceClaim } from '../../harness/claims.ts'
import { example, exampleNames, readYaml } from '../../harness/files.ts'
import { neighbours, serviceBed } from '../../harness/services.ts'
import { condition, eventually } from '../objects.ts'
import {
  applyPlatform,
  cluster,
  composedOf,
  eventsOf,
  kubectl,
  kubectlFile,
  newNamespace,
  now,
  untilCondition,
  untilReady,
} from './bed.ts'
import { breakerStaysClosed } from './breaker.ts'
import { expectAlike } from './differential.ts'

const inNamespace = (claim: JsonObject, namespace: string): JsonObject => ({
  ...claim,
  metadata: { ...objectAt(claim, 'metadata'), namespace },
})

/** What the articles' manifests become. */
const converted = ['service', 'application'].map(name => {
  const source = readYaml(`examples/convert/${name}.yaml`)
  const dialect = dialectOf(source)
  if (!dialect) throw new Error(`nobody knows what ${name}.yaml is`)
  return [`converted-${name}`, convert(source, dialect).claim] as const
})

/** Only restricted pods run in these: the API server refuses others, and their service never gets ready. */
const restricted = { 'pod-security.kubernetes.io/enforce': 'restricted' }

const claims = await Promise.all(
  [...exampleNames('service').map(name => [name, example('service', name)] as const), ...converted].map(
    async ([name, claim]) => {
      const namespace = await newNamespace(`service-${name}`, { labels: restricted, triesBreaker: true })
      return { name, namespace, claim: inNamespace(claim, namespace) }
    },
  ),
)

beforeAll(async () => {
  await applyPlatform()
  for (const { claim } of claims) {
    for (const object of neighbours(claim)) await cluster.apply(object)
    await cluster.apply(claim)
  }
})

describe.each(claims)('the service $name, in a real Crossplane', ({ claim, namespace }) => {
  it('becomes Ready without a warning', async () => {
    await untilReady(claim, 120)
    const ready = await now(claim)
    expect(
      ['Synced', 'Configured', 'Provisioned', 'BindingsReady', 'RolledOut'].map(type => condition(ready, type)),
    ).toEqual(Array.from({ length: 5 }, () => expect.stringMatching(/^True /) as string))
    expect((await eventsOf(claim)).filter(message => message.includes('cannot'))).toEqual([])
  })

  it('shows in a line what runs', async () => {
    const [header = '', row = ''] = (await kubectl('get', 'xservices', '-n', namespace)).split('\n')
    expect(header.split(/\s{2,}/).slice(0, 3)).toEqual(['NAME', 'IMAGE', 'REPLICAS'])
    const ready = await now(claim)
    expect(row.split(/\s{2,}/).slice(1, 3)).toEqual([
      textAt(ready, 'status', 'image'),
      String(numberAt(ready, 'status', 'replicas')),
    ])
  })

  it('is composed exactly as in the simulated control plane, or what is tested there is not what people get', async () => {
    const { uid } = objectAt(await now(claim), 'metadata')
    const simulated = await serviceBed({ ...claim, metadata: { ...objectAt(claim, 'metadata'), uid: uid ?? '' } })
    await simulated.converge(simulated.ref)
    await expectAlike(claim, simulated, comparable)
  })
})

await breakerStaysClosed(
  'xservices',
  claims.map(({ claim }) => claim),
)

describe('a service in a real Crossplane', () => {
  it('is scaled by kubectl, as a Deployment is', async () => {
    const namespace = await newNamespace('scaled')
    const claim = serviceClaim({}, { namespace })
    await cluster.apply(claim)
    await untilReady(claim)
    await kubectl('scale', 'xservice/api', '--replicas=3', '-n', namespace)
    const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'api', namespace } }
    await eventually(async () => expect(numberAt(await now(deployment), 'spec', 'replicas')).toBe(3))
    expect(
      await kubectl('get', '--raw', `/apis/platform.roadbed.dev/v1alpha1/namespaces/${namespace}/xservices/api/scale`),
    ).toContain(
      '"selector":"app.kubernetes.io/name=xservice,app.kubernetes.io/instance=api,app.kubernetes.io/component=deployment"',
    )
  })

  it('has as many pods as its autoscaler asks for, and a budget that Kubernetes keeps', async () => {
    const namespace = await newNamespace('pods', { labels: restricted })
    const claim = serviceClaim({ replicas: { min: 2, max: 4 } }, { namespace })
    await cluster.apply(claim)
    await untilReady(claim)
    const { items: pods } = await cluster.list('v1', 'Pod', namespace)
    expect(pods.map(pod => textAt(pod, 'status', 'phase'))).toEqual(['Running', 'Running'])
    const composed = await composedOf(claim)
    const [autoscaler, budget] = ['HorizontalPodAutoscaler', 'PodDisruptionBudget'].map(kind =>
      composed.find(object => object['kind'] === kind),
    )
    await eventually(async () => {
      expect(condition(await now(autoscaler ?? {}), 'AbleToScale')).toMatch(/^True /)
      expect(objectAt(await now(budget ?? {}), 'status')).toMatchObject({ expectedPods: 2, disruptionsAllowed: 1 })
    })
  })

  it('runs an image that starts as root, and one on port 80, where Kubernetes lets no more than that', async () => {
    const baseline = { security: { podSecurity: { level: 'Baseline', reason: 'it starts as root' } } }
    const ported = { ports: [{ name: 'http', port: 80 }] }
    for (const [level, spec] of [
      ['baseline', baseline],
      ['restricted', ported],
    ] as const) {
      const namespace = await newNamespace(level, { labels: { 'pod-security.kubernetes.io/enforce': level } })
      const claim = serviceClaim(spec, { namespace })
      await cluster.apply(claim)
      await untilReady(claim)
    }
  })

  it('follows a queue of RabbitMQ with the Secret that it names, and says so while that is not there', async () => {
    const namespace = await newNamespace('queued', { labels: restricted })
    const queue = { name: 'orders', messagesPerReplica: 20, connection: { secretName: 'rabbit', key: 'uri' } }
    const claim = serviceClaim(
      {
        placement: { provider: 'Kubernetes' },
        replicas: { min: 1, max: 3 },
        scaling: { metrics: [{ name: 'orders', type: 'Queue', queue }] },
      },
      { namespace },
    )
    await cluster.apply(claim)
    await untilCondition(claim, 'Provisioned', /^False .*scaled-object: .*Triggers/)
    for (const object of neighbours(claim)) await cluster.apply(object)
    await untilReady(claim)
  })

  it('refuses what can’t be meant before it is stored, in words that say what to write', async () => {
    const namespace = await newNamespace('wrong')
    const wrong = (spec: JsonObject) => kubectlFile([serviceClaim(spec, { namespace })], 'apply')
    expect(await wrong({ replicas: { min: 3, max: 1 } })).toContain('max is less than min')
    expect(await wrong({ env: [{ name: 'A' }] })).toContain(
      'give one of value, secretKeyRef, configMapKeyRef and bindingKeyRef',
    )
    expect(await wrong({ image: 'Not An Image' })).toContain('spec.image')
    expect(await wrong({ databases: [{ name: 'db', ref: { name: 'a' }, spec: {} }] })).toContain('not both')
    expect(await kubectlFile([serviceClaim({}, { name: '1st', namespace })], 'apply')).toContain(
      'the name becomes an address',
    )
  })
})

/** What tells of passwords differs by design: they are drawn, and providers make them of UIDs here. */
const comparable = (object: JsonObject): JsonObject =>
  JSON.parse(
    JSON.stringify(object, (key, value: unknown) => (key === 'platform.roadbed.dev/bindings' ? '' : value)),
  ) as JsonObject
