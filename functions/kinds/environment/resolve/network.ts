import type { EnvironmentSpec } from '../../../../apis/environment/schema.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { ingressNamespaceOf } from '../../../settings/ingress.ts'
import { platformRangeRefusals, rangeFault } from '../../../settings/network.ts'
import { platformPath } from '../../../settings/platform.ts'
import type { TenancySettings } from '../../../settings/tenancy.ts'
import type { Network } from '../environment.ts'
import { databasesWanted, inCluster } from './databases.ts'

const factPath = `${platformPath}.providers.kubernetes.network.apiServerCidrs`

export const networkOf = (
  { networking = {} }: EnvironmentSpec,
  { isolation, egress }: TenancySettings,
  platform: PlatformSpec,
): Network => ({
  isolation: isolation.value,
  egress: egress.value,
  allow: networking.egress?.allow ?? [],
  domain: networking.domain,
  allowedDomains: networking.allowedDomains ?? [],
  ingressNamespace: ingressNamespaceOf(platform),
  collectorNamespace: platform.integrations?.tracing?.namespace,
  apiServerCidrs: platform.providers?.kubernetes?.network?.apiServerCidrs ?? [],
})

/** Ranges that a network plugin would read differently, and databases that would start and never become ready. */
export const networkRefusals = (
  { egress, allow, apiServerCidrs }: Network,
  environment: EnvironmentSpec,
  platform: PlatformSpec,
): readonly Refusal[] => [
  ...allow.flatMap(({ name, cidr }) => {
    const fault = rangeFault(cidr)
    return fault === undefined ? [] : [refuse('InvalidClaim', `spec.networking.egress.allow[${name}].cidr`, fault)]
  }),
  ...platformRangeRefusals(apiServerCidrs, factPath),
  ...(egress === 'Restricted' &&
  databasesWanted(environment).length > 0 &&
  inCluster(environment, platform) &&
  apiServerCidrs.length === 0
    ? [
        refuse(
          'MissingPlatformFact',
          factPath,
          'databases in the cluster have to reach the API server: with restricted egress the platform has to say where it is',
        ),
      ]
    : []),
]
