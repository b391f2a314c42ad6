import type { Provider } from '../../apis/blocks/placement.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { examplePlatform } from '../harness/files.ts'
import { platform } from '../harness/claims.ts'
import type { RefusalCase } from './refusals.ts'
import { refused } from './services.ts'

const metric = 'spec.scaling.metrics[orders].queue'
const connection = { secretName: 'rabbit', key: 'uri' }

const on = (provider: Provider, queue: JsonObject = {}, scaling: JsonObject = {}): JsonObject => ({
  placement: { provider },
  replicas: { min: 1, max: 3 },
  scaling: {
    metrics: [{ name: 'orders', type: 'Queue', queue: { name: 'orders', messagesPerReplica: 20, ...queue } }],
    ...scaling,
  },
})

/** A platform that has KEDA, and says no more of it than this. */
const withKeda = (autoscaling: JsonObject, more: JsonObject = {}) => ({
  platform: platform({ integrations: { autoscaling: { engine: 'KEDA', ...autoscaling } }, ...more }),
})

/** Services that are to be scaled by queues whose messages nobody could count. */
export const serviceQueueRefusals: readonly RefusalCase[] = [
  refused(
    'InvalidCombination',
    'a queue that HPA is to follow',
    on('AWS', {}, { engine: 'HPA' }),
    'spec.scaling.metrics[orders].type',
    /HPA knows CPU and Memory, not Queue: use KEDA/,
  ),
  refused(
    'MissingIntegration',
    'a queue where there is no KEDA',
    on('Kubernetes', { connection }),
    'XPlatform/default spec.integrations.autoscaling',
    /KEDA, which scales by queues/,
    { platform: platform({}) },
  ),
  refused(
    'InvalidCombination',
    'RabbitMQ that nobody says how to reach',
    on('Kubernetes'),
    `${metric}.connection`,
    /name the Secret .* connection: \{secretName: rabbit, key: uri\}; for one of a cloud write placement\.provider/,
  ),
  ...(['AWS', 'GCP', 'Azure'] as const).map(provider =>
    refused(
      'InvalidCombination',
      `a Secret with a key on ${provider}`,
      on(provider, { connection }),
      `${metric}.connection`,
      /leave it out; for RabbitMQ in this cluster write placement\.provider: Kubernetes/,
    ),
  ),
  refused(
    'InvalidClaim',
    'a queue of SQS with a sign that it can’t have',
    on('AWS', { name: 'orders.created' }),
    `${metric}.name`,
    /"orders\.created" can't be one on AWS: .* ends in \.fifo/,
  ),
  refused(
    'InvalidClaim',
    'a subscription that begins as only Google’s do',
    on('GCP', { name: 'google-orders' }),
    `${metric}.name`,
    /begins with a letter, but not with goog/,
  ),
  refused(
    'InvalidClaim',
    'a queue of Service Bus with a sign that it can’t have',
    on('Azure', { name: 'orders:created' }),
    `${metric}.name`,
    /can't be one on Azure/,
  ),
  refused(
    'MissingIntegration',
    'a cloud’s queue that KEDA may not look at',
    on('AWS'),
    'XPlatform/default spec.integrations.autoscaling.queues',
    /does not say that KEDA may see how long queues on AWS are/,
    withKeda({ queues: [{ provider: 'GCP' }] }),
  ),
  refused(
    'ProviderNotConfigured',
    'a subscription in a project that nobody describes',
    on('GCP'),
    'XPlatform/default spec.providers.gcp',
    /GCP is not described/,
    withKeda({ queues: [{ provider: 'GCP' }] }),
  ),
  refused(
    'ProviderNotConfigured',
    'a queue in an account that nobody describes',
    on('AWS'),
    'XPlatform/default spec.providers.aws',
    /AWS is not described/,
    withKeda({ queues: [{ provider: 'AWS' }] }),
  ),
  refused(
    'RegionNotAllowed',
    'a queue in a region that is not open',
    { ...on('AWS'), placement: { provider: 'AWS', region: 'us-east-1' } },
    'spec.placement.region',
    /us-east-1 is not open; AWS offers eu-west-1/,
    { platform: examplePlatform() },
  ),
]
