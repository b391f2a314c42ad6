import type { Size } from '../../../apis/platform/classes.ts'
import type { Resources } from '../../../apis/service/container.ts'
import { refuse, type Refusal } from '../../runtime/errors.ts'
import { present } from '../../runtime/json.ts'
import { bytesOf } from '../../runtime/quantity.ts'
import * as builtIn from '../../settings/built-in.ts'
import type { Container } from './container.ts'

/** CPU and memory as Kubernetes quantities; `undefined` is no limit. */
export interface Allowance {
  readonly requests: { readonly cpu: string; readonly memory: string }
  readonly limits: { readonly cpu: string | undefined; readonly memory: string }
  readonly ephemeralStorage: string
}

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

/** No program runs in less: what is meant is nearly always Mi or Gi. */
const leastMemory = 4 * 2 ** 20

/** Amounts that no program can run with, and limits below what is requested, which Kubernetes refuses. */
export const amountRefusals = (asked: Resources, path: string, byDefault?: Size): readonly Refusal[] => {
  const { requests, limits } = allowanceOf(asked, byDefault)
  return [
    ...(size(requests.memory) < leastMemory
      ? [
          refuse(
            'InvalidClaim',
            `${path}.memory`,
            `${requests.memory} is too little for any program: write 256Mi or 1Gi`,
          ),
        ]
      : []),
    ...below(`${path}.limits.memory`, limits.memory, requests.memory),
    ...(limits.cpu === undefined ? [] : below(`${path}.limits.cpu`, limits.cpu, requests.cpu)),
  ]
}

const below = (path: string, limit: string, request: string): readonly Refusal[] =>
  size(limit) < size(request)
    ? [refuse('InvalidCombination', path, `${limit} is less than the ${request} that is requested`)]
    : []

const size = (quantity: string): number => bytesOf(quantity) ?? 0
