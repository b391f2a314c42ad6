import * as Type from 'typebox'
import type { Static } from 'typebox'
import { destinationPorts, range } from '../blocks/destination.ts'
import { choice, label, namedList, rules, text } from '../blocks/values.ts'
import { ingress } from './ingress.ts'

const consumer = Type.Object({
  name: label({ description: 'The consuming service’s name.' }),
  namespace: Type.Optional(label({ description: 'Its namespace. Default: the claim’s.' })),
  portName: Type.Optional(text(15, { description: 'The port that it may connect to. Default: all.' })),
})

const destination = Type.Object(
  {
    name: label({ description: 'What is there, such as payments.' }),
    cidr: Type.Optional(range),
    service: Type.Optional(
      Type.Object(
        {
          name: label({ description: 'The XService’s name.' }),
          namespace: Type.Optional(label({ description: 'Its namespace. Default: the claim’s.' })),
        },
        { description: 'A service in this cluster.' },
      ),
    ),
    ports: Type.Optional(destinationPorts),
  },
  rules({
    rule: 'has(self.cidr) != has(self.service)',
    message: 'give cidr for addresses outside of the cluster, or service for one inside',
    fieldPath: '.cidr',
  }),
)

const egress = Type.Object(
  {
    mode: choice(['Open', 'Restricted'], {
      description:
        'Open: wherever the environment lets it. Restricted: name resolution, its databases and what is in allow.',
    }),
    allow: Type.Optional(
      Type.Array(destination, {
        maxItems: 24,
        description: 'Where it connects to besides, with mode Restricted.',
        ...namedList,
      }),
    ),
  },
  {
    description: 'What the service connects to.',
    ...rules({
      rule: "!has(self.allow) || self.mode == 'Restricted'",
      message: 'allow opens nothing unless mode is Restricted',
      fieldPath: '.allow',
    }),
  },
)

/** Who connects to the service, and what it connects to. */
export const networking = Type.Object(
  {
    ingress: Type.Optional(
      Type.Array(ingress, { maxItems: 8, description: 'What leads to it from outside of the cluster.', ...namedList }),
    ),
    allowFrom: Type.Optional(
      Type.Array(consumer, {
        maxItems: 32,
        description: 'Services that may connect, whatever the ports’ visibility.',
        ...namedList,
      }),
    ),
    egress: Type.Optional(egress),
  },
  { description: 'Who connects to the service, and what it connects to.' },
)

export type Networking = Static<typeof networking>
export type Consumer = Static<typeof consumer>
export type Egress = Static<typeof egress>
