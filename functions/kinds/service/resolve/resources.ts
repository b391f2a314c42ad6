import type { Resources, ServiceResources } from '../../../../apis/service/container.ts'
import type { Size } from '../../../../apis/platform/classes.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { bytesOf } from '../../../runtime/quantity.ts'
import { unknownSize, sizesOf } from '../../../settings/sizes.ts'
import { allowanceOf } from '../pod/resources.ts'
import type { Allowance } from '../service.ts'

/** No program runs in less: what is meant is nearly always Mi or Gi. */
const leastMemory = 4 * 2 ** 20

/** Amounts that no program can run with, and limits below what is requested, which Kubernetes refuses. */
export const allowanceRefusals = (
  { resources = {}, additionalContainers = [] }: ServiceSpec,
  platform: PlatformSpec,
): readonly Refusal[] => [
  ...unknownSize(resources.size, 'spec.resources.size', platform),
  ...refusalsOf(resources, 'spec.resources', classOf(resources, platform)),
  ...additionalContainers.flatMap(one =>
    refusalsOf(one.resources ?? {}, `spec.additionalContainers[${one.name}].resources`),
  ),
]

/** What the service's own container is given. */
export const serviceAllowance = (asked: ServiceResources, platform: PlatformSpec): Allowance =>
  allowanceOf(asked, classOf(asked, platform))

const classOf = ({ size: name }: ServiceResources, platform: PlatformSpec) =>
  sizesOf(platform).find(size => size.name === name)

const refusalsOf = (asked: Resources, path: string, byDefault?: Size): readonly Refusal[] => {
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
