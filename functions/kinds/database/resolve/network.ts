import type { NetworkAccess } from '../../../../apis/blocks/network-access.ts'
import type { Provider } from '../../../../apis/blocks/placement.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { networkRefusals } from '../../../settings/network.ts'
import { asked } from '../../../settings/setting.ts'
import { bounds, choices } from '../capabilities.ts'
import type { Network } from '../database.ts'
import { decideChoice, decideNumber, type Decision } from '../decide.ts'
import type { Deviation } from '../../report.ts'

export const decideNetwork = (
  provider: Provider,
  claim: NetworkAccess,
  namespace: string,
  platform: PlatformSpec,
): Decision<Network> => {
  const exposure = decideChoice(choices.exposure, provider, asked(claim.exposure ?? 'Private'))
  const port = decideNumber(bounds.port, provider, asked(claim.port ?? 5432))
  const value = {
    exposure: exposure.value,
    port: port.value,
    services: (claim.allowedServices ?? []).map(service => ({
      name: service.name,
      namespace: service.namespace ?? namespace,
    })),
    cidrs: claim.allowedCidrs ?? [],
  }
  return {
    value,
    refusals: [exposure, port]
      .flatMap(({ refusals = [] }) => refusals)
      .concat(networkRefusals(claim, platform), unreachable(value)),
    deviations: notNarrowed(provider, value),
  }
}

const unreachable = ({ exposure, cidrs }: Network): readonly Refusal[] =>
  exposure === 'Public' && cidrs.length === 0
    ? [
        refuse(
          'InvalidCombination',
          'spec.network.allowedCidrs',
          'a public database that no range may reach: name the ranges',
        ),
      ]
    : []

const notNarrowed = (provider: Provider, { services }: Network): readonly Deviation[] =>
  services.length > 0 && choices.services.offered[provider].length === 0
    ? [
        {
          field: choices.services.field,
          reason: `${provider} can't tell the cluster's services apart: all of them can open a connection`,
        },
      ]
    : []
