import * as Type from 'typebox'
import type { Static } from 'typebox'
import { byteAmount, cpuAmount } from './values.ts'

const count = (description: string) => Type.Optional(Type.Integer({ minimum: 0, maximum: 100000, description }))

/** What all of an environment may use together. */
export const resourceQuota = Type.Object(
  {
    cpu: Type.Optional(cpuAmount({ description: 'CPU that all pods together may request.' })),
    memory: Type.Optional(byteAmount({ description: 'Memory that all pods together may request.' })),
    storage: Type.Optional(byteAmount({ description: 'Disk that all volumes together may request.' })),
    pods: count('How many pods may run.'),
    loadBalancers: count('How many Services may have a load balancer of the cloud’s.'),
    databases: count('How many XDatabases there may be.'),
  },
  { description: 'What all of an environment may use together. What is not named is not limited.' },
)

export type ResourceQuota = Static<typeof resourceQuota>
