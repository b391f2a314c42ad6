import * as Type from 'typebox'
import type { Static } from 'typebox'
import { label, namedList, text } from '../blocks/values.ts'

const consumer = Type.Object({
  name: label({ description: 'The consuming service’s name.' }),
  namespace: Type.Optional(label({ description: 'Its namespace. Default: the claim’s.' })),
  portName: Type.Optional(text(15, { description: 'The port that it may connect to. Default: all.' })),
})

/** Who connects to the service, and what it connects to. */
export const networking = Type.Object(
  {
    allowFrom: Type.Optional(
      Type.Array(consumer, {
        maxItems: 32,
        description: 'Services that may connect, whatever the ports’ visibility.',
        ...namedList,
      }),
    ),
  },
  { description: 'Who connects to the service, and what it connects to.' },
)

export type Networking = Static<typeof networking>
export type Consumer = Static<typeof consumer>
