import { ProjectIAMMember } from '../../../generated/cloudplatform.gcp.m.upbound.io/project-iam-member.ts'
import { ServiceAccountIAMMember } from '../../../generated/cloudplatform.gcp.m.upbound.io/service-account-iam-member.ts'
import { ServiceAccount } from '../../../generated/cloudplatform.gcp.m.upbound.io/service-account.ts'
import { stableHash } from '../../../runtime/names.ts'
import { each, type Entry, type Plan } from '../../../runtime/plan.ts'
import { managed, nameOf } from '../../composed.ts'
import type { ServiceKey } from '../keys.ts'
import type { Service } from '../service.ts'
import { managing } from './aws.ts'
import type { GcpIdentity } from './identity.ts'

/** An account that these pods alone may act as, by Workload Identity Federation for GKE. */
export const onGcp = (service: Service, identity: GcpIdentity): Plan<ServiceKey> => ({
  'identity-account': account(service, identity),
  'identity-user': user(service, identity),
  ...each(identity.roles, role => [`identity-member-${stableHash(role)}`, member(service, identity, role)]),
})

/** Six to thirty characters (Google Cloud, “Create service accounts”). The claim's UID is in it: nobody else has it. */
const accountId = ({ claim }: Service): string =>
  `${claim.name.slice(0, 21).replace(/-+$/, '')}-${stableHash(claim.uid, 'identity-account')}`

/** What the account is called everywhere. */
export const emailOf = (service: Service, { project }: GcpIdentity): string =>
  `${accountId(service)}@${project}.iam.gserviceaccount.com`

const account = (service: Service, { project, providerConfigRef }: GcpIdentity): Entry =>
  managed(
    managing(service),
    'identity-account',
    ServiceAccount,
    { project, displayName: `${service.claim.namespace}/${service.claim.name}` },
    { providerConfigRef, annotations: { 'crossplane.io/external-name': accountId(service) } },
  )

const user = (service: Service, { workloadPool, providerConfigRef }: GcpIdentity): Entry =>
  managed(
    managing(service),
    'identity-user',
    ServiceAccountIAMMember,
    {
      role: 'roles/iam.workloadIdentityUser',
      member: `serviceAccount:${workloadPool}[${service.claim.namespace}/${nameOf(service.observed, 'service-account')}]`,
      serviceAccountIdRef: { name: nameOf(service.observed, 'identity-account') },
    },
    { providerConfigRef },
  )

const member = (service: Service, identity: GcpIdentity, role: string): Entry =>
  managed(
    managing(service),
    `identity-member-${stableHash(role)}`,
    ProjectIAMMember,
    { project: identity.project, role, member: `serviceAccount:${emailOf(service, identity)}` },
    { providerConfigRef: identity.providerConfigRef },
  )
