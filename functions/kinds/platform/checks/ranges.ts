import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Refusal } from '../../../runtime/errors.ts'
import { platformRangeRefusals } from '../../../settings/network.ts'
import { platformPath } from '../../../settings/platform.ts'

/** Ranges that a cloud or a network plugin would refuse, or read differently. */
export const ranges = ({ policy = {}, providers = {} }: PlatformSpec): readonly Refusal[] => [
  ...platformRangeRefusals(policy.allowedCidrs ?? [], `${platformPath}.policy.allowedCidrs`),
  ...platformRangeRefusals(
    providers.kubernetes?.network?.apiServerCidrs ?? [],
    `${platformPath}.providers.kubernetes.network.apiServerCidrs`,
  ),
  ...(providers.aws?.regions ?? []).flatMap(({ name, network }) =>
    platformRangeRefusals(
      network?.clientCidrs ?? [],
      `${platformPath}.providers.aws.regions[${name}].network.clientCidrs`,
    ),
  ),
]
