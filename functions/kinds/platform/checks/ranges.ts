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
  ...(['aws', 'gcp', 'azure'] as const).flatMap(provider =>
    (providers[provider]?.regions ?? []).flatMap(({ name, network }) =>
      platformRangeRefusals(
        network?.databaseCidrs ?? [],
        `${platformPath}.providers.${provider}.regions[${name}].network.databaseCidrs`,
      ),
    ),
  ),
  ...(providers.aws?.regions ?? []).flatMap(({ name, network }) =>
    platformRangeRefusals(
      network?.clientCidrs ?? [],
      `${platformPath}.providers.aws.regions[${name}].network.clientCidrs`,
    ),
  ),
]
