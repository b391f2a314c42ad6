import { RoleAssignment } from '../../../generated/authorization.azure.m.upbound.io/role-assignment.ts'
import { FederatedIdentityCredential } from '../../../generated/managedidentity.azure.m.upbound.io/federated-identity-credential.ts'
import { UserAssignedIdentity } from '../../../generated/managedidentity.azure.m.upbound.io/user-assigned-identity.ts'
import { stableHash } from '../../../runtime/names.ts'
import { each, waiting, type Entry, type Plan } from '../../../runtime/plan.ts'
import { textAt } from '../../../runtime/read.ts'
import { managed, nameOf } from '../../composed.ts'
import { tags } from '../../tags.ts'
import type { ServiceKey } from '../keys.ts'
import type { Service } from '../service.ts'
import { managing } from './aws.ts'
import type { AzureIdentity } from './identity.ts'

type Assignment = AzureIdentity['assignments'][number]

/** An identity that these pods alone may act as, by Microsoft Entra Workload ID. */
export const onAzure = (service: Service, identity: AzureIdentity): Plan<ServiceKey> => ({
  'identity-user-assigned': userAssigned(service, identity),
  'identity-credential': credential(service, identity),
  ...each(identity.assignments, assignment => [assignmentKey(assignment), assigned(service, identity, assignment)]),
})

const assignmentKey = ({ role, scope }: Assignment): `identity-assignment-${string}` =>
  `identity-assignment-${stableHash(role, scope)}`

/** What the cloud has made of the identity: by this the pods ask for it. */
export const clientIdOf = ({ observed }: Service): string | undefined =>
  textAt(observed.composed('identity-user-assigned')?.resource, 'status', 'atProvider', 'clientId')

const userAssigned = (service: Service, identity: AzureIdentity): Entry =>
  managed(
    managing(service),
    'identity-user-assigned',
    UserAssignedIdentity,
    {
      name: nameOf(service.observed, 'identity-user-assigned'),
      location: identity.location,
      resourceGroupName: identity.resourceGroup,
      tags: tags(service.claim, identity.tags),
    },
    { providerConfigRef: identity.providerConfigRef },
  )

const credential = (service: Service, { oidcIssuerUrl, providerConfigRef }: AzureIdentity): Entry =>
  managed(
    managing(service),
    'identity-credential',
    FederatedIdentityCredential,
    {
      audience: ['api://AzureADTokenExchange'],
      issuer: oidcIssuerUrl,
      subject: `system:serviceaccount:${service.claim.namespace}:${nameOf(service.observed, 'service-account')}`,
      userAssignedIdentityIdRef: { name: nameOf(service.observed, 'identity-user-assigned') },
    },
    { providerConfigRef },
  )

const assigned = (service: Service, { providerConfigRef }: AzureIdentity, assignment: Assignment): Entry => {
  const made = service.observed.composed('identity-user-assigned')?.resource
  const principalId = textAt(made, 'status', 'atProvider', 'principalId')
  if (principalId === undefined) return waiting('identity-user-assigned', 'its principal is not known yet')
  return managed(
    managing(service),
    assignmentKey(assignment),
    RoleAssignment,
    {
      principalId,
      principalType: 'ServicePrincipal',
      roleDefinitionName: assignment.role,
      scope: assignment.scope,
    },
    { providerConfigRef },
  )
}
