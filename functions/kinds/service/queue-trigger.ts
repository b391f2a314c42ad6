import type { ScaledObject } from '../../generated/keda.sh/scaled-object.ts'
import type { CountedQueue } from './counted-queue.ts'

type Trigger = Pick<ScaledObject['spec']['triggers'][number], 'type' | 'metadata'>

/**
 * How KEDA counts the messages of a queue (its documentation, “Scalers”, and the source of v2.20.2). All values are texts. One that is being worked
 * on still counts on a cloud, or a pod would be taken away that works on the last one.
 */
export const queueTrigger = ({ name, messagesPerReplica, place }: CountedQueue): Trigger => {
  const share = String(messagesPerReplica)
  switch (place.provider) {
    // By its name alone: that is a queue of KEDA’s own account, whatever a claim says.
    case 'AWS':
      return { type: 'aws-sqs-queue', metadata: { queueURL: name, awsRegion: place.region, queueLength: share } }
    // KEDA has scalers of Google's own, deprecated with the query language that they speak: it says to ask Cloud Monitoring by PromQL.
    case 'GCP':
      return {
        type: 'prometheus',
        metadata: {
          serverAddress: `https://monitoring.googleapis.com/v1/projects/${place.project}/location/global/prometheus`,
          query: `sum(pubsub_googleapis_com:subscription_num_undelivered_messages{monitored_resource="pubsub_subscription",subscription_id="${name}"})`,
          threshold: share,
        },
      }
    case 'Azure':
      return {
        type: 'azure-servicebus',
        metadata: { queueName: name, namespace: place.serviceBusNamespace, messageCount: share },
      }
    // Never by HTTP: KEDA would send a request to wherever the Secret says, and tell what came back.
    case 'Kubernetes':
      return {
        type: 'rabbitmq',
        metadata: { queueName: name, protocol: 'amqp', mode: 'QueueLength', value: share },
      }
  }
}
