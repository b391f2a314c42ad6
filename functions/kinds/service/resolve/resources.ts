import type { ServiceResources } from '../../../../apis/service/container.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import type { Refusal } from '../../../runtime/errors.ts'
import { unknownSize, sizesOf } from '../../../settings/sizes.ts'
import { allowanceOf, amountRefusals, type Allowance } from '../../pod/resources.ts'

/** Amounts that can't be had, by the service's own container and by the others of its pod. */
export const allowanceRefusals = (
  { resources = {}, additionalContainers = [] }: ServiceSpec,
  platform: PlatformSpec,
): readonly Refusal[] => [
  ...unknownSize(resources.size, 'spec.resources.size', platform),
  ...amountRefusals(resources, 'spec.resources', classOf(resources, platform)),
  ...additionalContainers.flatMap(one =>
    amountRefusals(one.resources ?? {}, `spec.additionalContainers[${one.name}].resources`),
  ),
]

/** What the service's own container is given. */
export const serviceAllowance = (asked: ServiceResources, platform: PlatformSpec): Allowance =>
  allowanceOf(asked, classOf(asked, platform))

const classOf = ({ size: name }: ServiceResources, platform: PlatformSpec) =>
  sizesOf(platform).find(size => size.name === name)
