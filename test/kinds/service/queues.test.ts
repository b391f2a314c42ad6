import { describe, expect, it } from 'vitest'
import { providers, type Provider } from '../../../apis/blocks/placement.ts'
import type { PlatformSpec } from '../../../apis/platform/schema.ts'
import type { ServiceSpec } from '../../../apis/service/schema.ts'
import { plan } from '../../../functions/kinds/service/plan.ts'
import { canonical } from '../../../functions/runtime/canonical.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../../functions/runtime/read.ts'
import { conditionsOf } from '../../../simulator/core/conditions.ts'
import { environmentClaim, serviceClaim } from '../../harness/claims.ts'
import { convergeService, serviceBed } from '../../harness/services.ts'
import { full, refusalsOf, resourceOf, serviceOf } from './fixtures.ts'

const connection = { secretName: 'rabbit', key: 'uri' }

const followed = (provider: Provider, queue: JsonObject = {}): Partial<ServiceSpec> => ({
  placement: { provider },
  replicas: { min: 1, max: 5 },
  scaling: {
    scaleToZero: 'Enabled',
    metrics: [
      {
        name: 'orders',
        type: 'Queue',
        queue: {
          name: 'orders',
          messagesPerReplica: 20,
          ...(provider === 'Kubernetes' && { connection }),
          ...queue,
        },
      },
    ],
  },
})

const key = 'trigger-authentication-orders'

/** What KEDA is told, once its Deployment and what authenticates are there. */
const told = (provider: Provider, platform: PlatformSpec = full) => {
  const composed = { deployment: {}, [key]: { metadata: { name: 'as-whom' } } }
  const entries = plan(serviceOf(followed(provider), platform, { composed }))
  const [scaled, authentication] = [entries['scaled-object'], entries[key]]
  if (!scaled || !authentication) throw new Error('it is not planned')
  return { scaled: resourceOf(scaled), authentication: resourceOf(authentication) }
}

describe('a queue that a service follows', () => {
  it.each([
    ['AWS', 'aws-sqs-queue', { queueURL: 'orders', awsRegion: 'eu-west-1', queueLength: '20' }],
    [
      'GCP',
      'prometheus',
      {
        serverAddress: 'https://monitoring.googleapis.com/v1/projects/acme-data/location/global/prometheus',
        query:
          'sum(pubsub_googleapis_com:subscription_num_undelivered_messages{monitored_resource="pubsub_subscription",subscription_id="orders"})',
        threshold: '20',
      },
    ],
    ['Azure', 'azure-servicebus', { queueName: 'orders', namespace: 'acme-data', messageCount: '20' }],
    ['Kubernetes', 'rabbitmq', { queueName: 'orders', protocol: 'amqp', mode: 'QueueLength', value: '20' }],
  ] as const)(
    'is looked for where the service is: on %s by %s, or the wrong one is counted',
    (place, type, metadata) => {
      expect(listAt(told(place).scaled, 'spec', 'triggers')).toEqual([
        { type, name: 'orders', metadata, authenticationRef: { name: 'as-whom' } },
      ])
    },
  )

  it('may leave no pod at all, and starts the first one', () => {
    expect(objectAt(told('AWS').scaled, 'spec')).toMatchObject({
      idleReplicaCount: 0,
      minReplicaCount: 1,
      maxReplicaCount: 5,
    })
  })

  it.each([
    ['AWS', 'aws'],
    ['GCP', 'gcp'],
    ['Azure', 'azure-workload'],
  ] as const)('is asked for on %s by whoever KEDA is there, and without a key', (place, provider) => {
    expect(objectAt(told(place).authentication, 'spec')).toEqual({ podIdentity: { provider } })
  })

  it('is asked for in this cluster by a Secret of the claim’s own namespace', () => {
    const { authentication } = told('Kubernetes')
    expect(authentication).toMatchObject({
      metadata: { namespace: 'team-a' },
      spec: { secretTargetRef: [{ parameter: 'host', name: 'rabbit', key: 'uri' }] },
    })
  })

  it('is one of KEDA’s own account, whatever it is called: an address of another account is no name', () => {
    const name = 'https://sqs.eu-west-1.amazonaws.com/999999999999/orders'
    expect(refusalsOf(followed('AWS', { name }))).toEqual(['InvalidClaim spec.scaling.metrics[orders].queue.name'])
  })

  it('can’t end the query that it is written into', () => {
    const name = 'a"} or vector(1000) #'
    expect(refusalsOf(followed('GCP', { name }))).toEqual(['InvalidClaim spec.scaling.metrics[orders].queue.name'])
  })

  it('comes after what authenticates, or KEDA warns of one that is not there', () => {
    const entries = plan(serviceOf(followed('AWS'), full, { composed: { deployment: {} } }))
    expect(entries['scaled-object']).toMatchObject({ state: 'waiting', on: key })
    expect(entries[key]).toMatchObject({ state: 'emit' })
  })

  it('is not followed while the service is suspended', () => {
    const entries = plan(serviceOf({ ...followed('AWS'), state: 'Suspended' }))
    expect([entries['scaled-object']?.state, entries[key]?.state]).toEqual(['absent', 'absent'])
  })

  it('is one of the environment’s place where the claim names none', () => {
    const environment = environmentClaim({ placement: { provider: 'GCP' } }, { name: 'team-a' })
    const { placement: _placement, ...spec } = followed('GCP')
    const entries = plan(
      serviceOf(spec, full, { required: { environment: [environment] }, composed: { deployment: {}, [key]: {} } }),
    )
    const scaled = entries['scaled-object']
    expect(scaled && listAt(resourceOf(scaled), 'spec', 'triggers')[0]).toMatchObject({ type: 'prometheus' })
  })

  it('is not counted in an account that KEDA is nobody in, or another queue of that name would be', () => {
    const own = { aws: { regions: [{ name: 'eu-west-1' }] } }
    const environment = environmentClaim({ providers: own }, { name: 'team-a' })
    expect(refusalsOf(followed('AWS'), full, { required: { environment: [environment] } })).toEqual([
      'InvalidCombination spec.scaling.metrics',
    ])
  })
})

describe.each(providers)('a service that follows a queue on %s', provider => {
  it('becomes Ready without a warning, with pods only where there is work', async () => {
    const { plane, ref, convergence } = await convergeService(serviceClaim(followed(provider) as JsonObject))
    expect(convergence.outcome).toBe('ready')
    expect(plane.events.filter(({ type }) => type === 'Warning')).toEqual([])
    const deployment = plane.api.get({ apiVersion: 'apps/v1', kind: 'Deployment', name: ref.name, namespace: 'team-a' })
    expect(objectAt(deployment, 'spec')['replicas']).toBe(0)
    expect(canonical(plane.api.list().filter(({ kind }) => kind === 'TriggerAuthentication'))).not.toMatch(
      /accessKey|credentials|connectionString/i,
    )
  })
})

describe('a service whose Secret for RabbitMQ is not there', () => {
  it('is not Ready, and says that KEDA can’t ask', async () => {
    const made = await serviceBed(serviceClaim(followed('Kubernetes') as JsonObject))
    made.plane.api.delete({ apiVersion: 'v1', kind: 'Secret', name: 'rabbit', namespace: 'team-a' })
    const { composite } = await made.converge(made.ref)
    const provisioned = conditionsOf(composite ?? {}).find(({ type }) => type === 'Provisioned')
    expect(provisioned?.['status']).toBe('False')
    expect(textAt(provisioned, 'message')).toMatch(/scaled-object: .*Triggers/)
  })
})
