import * as Type from 'typebox'
import type { Static } from 'typebox'
import { dataKey, objectName, text } from '../blocks/values.ts'

/**
 * A queue by its name, which means what the place of the service makes of it. One that is a claim of its own will be named by `ref` here, in
 * place of `name`.
 */
export const queue = Type.Object(
  {
    name: text(255, {
      pattern: '^[A-Za-z0-9_][-A-Za-z0-9._:]*$',
      description: 'Its name: of the queue in SQS, Service Bus or RabbitMQ, of the subscription in Pub/Sub.',
    }),
    messagesPerReplica: Type.Integer({
      minimum: 1,
      maximum: 1000000,
      description: 'How many messages one pod is there for: with 20, a hundred that wait ask for five pods.',
    }),
    connection: Type.Optional(
      Type.Object(
        {
          secretName: objectName({ description: 'The Secret’s name.' }),
          key: dataKey({ description: 'The key in it. Its value is like amqp://user:password@rabbit:5672/vhost.' }),
        },
        {
          description:
            'RabbitMQ in this cluster: a Secret of the same namespace that says how it is reached. On a cloud KEDA is somebody itself.',
        },
      ),
    ),
  },
  { description: 'Queue: the queue whose messages are counted.' },
)

export type Queue = Static<typeof queue>
