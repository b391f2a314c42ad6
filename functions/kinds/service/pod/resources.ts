import type { Size } from '../../../../apis/platform/classes.ts'
import type { Resources } from '../../../../apis/service/container.ts'
import * as builtIn from '../../../settings/built-in.ts'
import { present } from '../../../runtime/json.ts'
import type { Allowance } from '../service.ts'
import type { Container } from './template.ts'

/** What a container is given and may have: memory is not lent beyond what is requested, for whoever takes too much is killed. */
export const containerResources = (
  { requests, limits, ephemeralStorage }: Allowance,
  gpu?: number,
): NonNullable<Container['resources']> => ({
  requests: { ...requests, 'ephemeral-storage': '64Mi' },
  limits: present({
    cpu: limits.cpu,
    memory: limits.memory,
    'ephemeral-storage': ephemeralStorage,
    // Requested by its limit: GPUs can't be shared out (Kubernetes' documentation, “Schedule GPUs”).
    'nvidia.com/gpu': gpu === undefined ? undefined : String(gpu),
  }),
})

/** What a claim asks for, or else what is built in. */
export const allowanceOf = (
  { cpu, memory, ephemeralStorage, limits = {} }: Resources,
  byDefault: Pick<Size, 'cpu' | 'memory'> = builtIn.serviceResources,
): Allowance => {
  const requests = { cpu: cpu ?? byDefault.cpu, memory: memory ?? byDefault.memory }
  return {
    requests,
    limits: { cpu: limits.cpu, memory: limits.memory ?? requests.memory },
    ephemeralStorage: ephemeralStorage ?? '1Gi',
  }
}
