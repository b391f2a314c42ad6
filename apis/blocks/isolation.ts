import { choice } from './values.ts'

const isolations = ['Open', 'Namespace', 'Strict'] as const
export type Isolation = (typeof isolations)[number]

/** Who opens connections to the pods of an environment. */
export const isolation = () =>
  choice(isolations, {
    description:
      'Open: everybody. Namespace: pods of this environment and the ingress controller. Strict: nobody whom no other policy lets in. Default: Namespace.',
  })

const egressModes = ['Open', 'Restricted'] as const
export type EgressMode = (typeof egressModes)[number]

/** Where the pods of an environment connect to. */
export const egressMode = () =>
  choice(egressModes, {
    description:
      'Open: everywhere. Restricted: name resolution, the ranges in allow and, unless isolation is Strict, pods of this environment. Default: Open.',
  })
