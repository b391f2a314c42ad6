import type { Deployment } from '../../generated/apps/deployment.ts'
import { isMoving } from '../../settings/images.ts'

/** What a pod is made from, whatever makes it: a Deployment, or a Job. */
export type Template = Deployment['spec']['template']
export type PodSpec = NonNullable<Template['spec']>
export type Container = PodSpec['containers'][number]
export type Variable = NonNullable<Container['env']>[number]
export type PodVolume = NonNullable<PodSpec['volumes']>[number]
export type Mount = NonNullable<Container['volumeMounts']>[number]

/** An image that may be another one tomorrow is looked up each time, any other only once on a node. */
export const pullPolicy = (image: string) => (isMoving(image) ? ('Always' as const) : ('IfNotPresent' as const))

/** A place for temporary files, which all containers of a pod share: nearly every program writes there. */
export const tmp: Mount = { name: 'tmp', mountPath: '/tmp' }

/** @param sizeLimit a quantity: a pod that writes more is evicted */
export const tmpVolume = (sizeLimit: string): PodVolume => ({ name: 'tmp', emptyDir: { sizeLimit } })
