import type { Provider } from '../../../../apis/blocks/placement.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Queue } from '../../../../apis/service/queue.ts'
import type { Metric } from '../../../../apis/service/scaling.ts'
import { refuse } from '../../../runtime/errors.ts'
import { ok, refusalsIn, refused, type Outcome } from '../../../runtime/result.ts'
import { accountsOf, type Accounts } from '../../../settings/accounts.ts'
import { notDescribed, regionNotOpen } from '../../../settings/facts.ts'
import { placementOf, type Place } from '../../../settings/placement.ts'
import { platformPath } from '../../../settings/platform.ts'
import type { CountedQueue, QueuePlace } from '../counted-queue.ts'
import type { Places } from '../egress/reach.ts'
import { can, type Decided } from './decided.ts'
import { nameFault } from './queue-names.ts'

type Cloud = Exclude<QueuePlace['provider'], 'Kubernetes'>

/** The queues that a service is scaled by: in the place of the service, which is where its databases are made. */
export const decideQueues = (metrics: readonly Metric[], places: Places): Decided<readonly CountedQueue[]> => {
  const asked = metrics.flatMap(({ name, queue }) => (queue ? [{ metric: name, queue }] : []))
  if (asked.length === 0) return can([])
  const { placement = {}, around, platform, observed } = places
  const accounts = accountsOf(platform, observed.claim.namespace, around, undefined)
  const chosen = placementOf({
    claim: placement,
    current: {},
    pinned: undefined,
    environment: around.placement ?? {},
    platform,
    accounts,
  })
  if (!chosen.ok) return { ...can([]), refusals: chosen.refusals }
  const { provider, region } = chosen.value
  const cloud = provider === 'Kubernetes' ? undefined : cloudPlace({ provider, region }, accounts, platform)
  const counted = asked.map(one => (cloud ? onCloud(one, provider, cloud) : inCluster(one)))
  return {
    ...can(counted.flatMap(outcome => (outcome.ok ? [outcome.value] : []))),
    refusals: [...(cloud ? refusalsIn(cloud) : []), ...counted.flatMap(refusalsIn)],
  }
}

interface Asked {
  readonly metric: string
  readonly queue: Queue
}

const pathOf = ({ metric }: Asked): string => `spec.scaling.metrics[${metric}].queue`

/** What of it does not depend on its place. */
const inAnyPlace = ({ metric, queue: { name, messagesPerReplica } }: Asked) => ({ metric, name, messagesPerReplica })

const inCluster = (asked: Asked): Outcome<CountedQueue> => {
  const { connection } = asked.queue
  if (connection)
    return ok({
      ...inAnyPlace(asked),
      place: { provider: 'Kubernetes', secretName: connection.secretName, secretKey: connection.key },
    })
  return refused(
    refuse(
      'InvalidCombination',
      `${pathOf(asked)}.connection`,
      'a queue in this cluster is RabbitMQ’s: name the Secret that says how it is reached, as in connection: {secretName: rabbit, key: uri}; for one of a cloud write placement.provider',
    ),
  )
}

const onCloud = (asked: Asked, provider: Provider, cloud: Outcome<QueuePlace>): Outcome<CountedQueue> => {
  const { name, connection } = asked.queue
  const fault = nameFault(provider, name)
  const wrong = [
    ...(connection
      ? [
          refuse(
            'InvalidCombination',
            `${pathOf(asked)}.connection`,
            `on ${provider} KEDA needs no Secret: leave it out; for RabbitMQ in this cluster write placement.provider: Kubernetes`,
          ),
        ]
      : []),
    ...(fault === undefined ? [] : [refuse('InvalidClaim', `${pathOf(asked)}.name`, fault)]),
  ]
  // Why the cloud can't be had is told once, for all of them.
  return wrong.length > 0 || !cloud.ok ? refused(...wrong) : ok({ ...inAnyPlace(asked), place: cloud.value })
}

/** What KEDA has to be told of the platform's account, if it may look there at all. */
const cloudPlace = (
  { provider, region }: Place & { readonly provider: Cloud },
  accounts: Accounts,
  { integrations = {} }: PlatformSpec,
): Outcome<QueuePlace> => {
  // KEDA is somebody in the platform's account: in another one it would count another queue of that name, or none.
  if (accounts.ownerOf(provider) === 'Environment')
    return refused(
      refuse(
        'InvalidCombination',
        'spec.scaling.metrics',
        `the environment has an account of its own on ${provider}, whose queues KEDA does not see: scale by a metric of the program’s own (Prometheus)`,
      ),
    )
  const declared = integrations.autoscaling?.queues?.find(queues => queues.provider === provider)
  if (!declared)
    return refused(
      refuse(
        'MissingIntegration',
        `${platformPath}.integrations.autoscaling.queues`,
        `the platform does not say that KEDA may see how long queues on ${provider} are`,
      ),
    )
  const { aws, gcp } = accounts.providers
  const path = accounts.pathOf(provider)
  switch (provider) {
    case 'AWS':
      if (!aws || region === undefined) return refused(notDescribed(provider, path))
      return aws.regions.some(({ name }) => name === region)
        ? ok({ provider, region })
        : refused(regionNotOpen(provider, region, aws.regions))
    case 'GCP':
      return gcp ? ok({ provider, project: gcp.project }) : refused(notDescribed(provider, path))
    case 'Azure':
      // A rule of the definition has it named.
      return ok({ provider, serviceBusNamespace: declared.serviceBusNamespace ?? '' })
  }
}
