import { platform } from '../harness/claims.ts'
import type { RefusalCase } from './refusals.ts'
import { refused } from './services.ts'

/** Ways out that can't be had. Those that an environment closes: test/kinds/service/ways-out.test.ts. */
export const serviceEgressRefusals: readonly RefusalCase[] = [
  refused(
    'MissingPlatformFact',
    'a database that is nobody knows where',
    { databases: [{ name: 'db' }], networking: { egress: { mode: 'Restricted' } } },
    'XPlatform/default spec.providers.aws.regions[eu-west-1].network.databaseCidrs',
    /name its range there, or in spec\.networking\.egress\.allow of the claim, with port 5432/,
    {
      platform: platform({
        defaultPlacement: { provider: 'AWS' },
        providers: {
          aws: { regions: [{ name: 'eu-west-1', network: { vpcId: 'v', databaseSubnetIds: ['a', 'b'] } }] },
        },
      }),
    },
  ),
  refused(
    'InvalidClaim',
    'a way out to a range with host bits',
    { networking: { egress: { mode: 'Restricted', allow: [{ name: 'a', cidr: '10.1.2.3/8' }] } } },
    'spec.networking.egress.allow[a].cidr',
    /write 10\.0\.0\.0\/8/,
  ),
]
