import type { JsonObject } from '../../functions/runtime/json.ts'
import { textAt } from '../../functions/runtime/read.ts'
import type { ManagedKind } from './managed.ts'
import type { Reference } from './references.ts'

const iam = 'iam.aws.m.upbound.io/v1beta1'
const gcp = 'cloudplatform.gcp.m.upbound.io/v1beta1'
const azure = 'managedidentity.azure.m.upbound.io/v1beta1'

const nameOf = (object: JsonObject): string => textAt(object, 'metadata', 'name') ?? ''
const uidOf = (object: JsonObject): string => textAt(object, 'metadata', 'uid') ?? ''
const told = (field: string) => (object: JsonObject) => textAt(object, 'status', 'atProvider', field)

const role = (field: string, value?: Reference['value']): Reference => ({
  field,
  ref: `${field}Ref`,
  target: { apiVersion: iam, kind: 'Role' },
  ...(value && { value }),
})

const account: Reference = {
  field: 'serviceAccountId',
  ref: 'serviceAccountIdRef',
  target: { apiVersion: gcp, kind: 'ServiceAccount' },
  value: told('id'),
}

const userAssigned: Reference = {
  field: 'userAssignedIdentityId',
  ref: 'userAssignedIdentityIdRef',
  target: { apiVersion: azure, kind: 'UserAssignedIdentity' },
  value: told('id'),
}

/** Who somebody is, on each cloud. */
export const identityKinds: readonly ManagedKind[] = [
  {
    apiVersion: iam,
    kind: 'Role',
    seconds: 5,
    outputs: object => ({ arn: `arn:aws:iam::123456789012:role/${nameOf(object)}` }),
  },
  { apiVersion: iam, kind: 'RolePolicyAttachment', seconds: 5, references: [role('role')] },
  {
    apiVersion: 'eks.aws.m.upbound.io/v1beta1',
    kind: 'PodIdentityAssociation',
    seconds: 5,
    id: object => `a-${uidOf(object).replaceAll('-', '').slice(0, 17)}`,
    references: [role('roleArn', told('arn'))],
  },
  {
    apiVersion: gcp,
    kind: 'ServiceAccount',
    seconds: 5,
    outputs: object => {
      const id = textAt(object, 'metadata', 'annotations', 'crossplane.io/external-name') ?? ''
      const project = textAt(object, 'spec', 'forProvider', 'project') ?? ''
      const email = `${id}@${project}.iam.gserviceaccount.com`
      return { email, id: `projects/${project}/serviceAccounts/${email}` }
    },
  },
  { apiVersion: gcp, kind: 'ServiceAccountIAMMember', seconds: 5, references: [account] },
  { apiVersion: gcp, kind: 'ProjectIAMMember', seconds: 5 },
  {
    apiVersion: azure,
    kind: 'UserAssignedIdentity',
    seconds: 10,
    outputs: object => ({ clientId: uidOf(object), principalId: uidOf(object).toUpperCase() }),
  },
  { apiVersion: azure, kind: 'FederatedIdentityCredential', seconds: 5, references: [userAssigned] },
  { apiVersion: 'authorization.azure.m.upbound.io/v1beta1', kind: 'RoleAssignment', seconds: 5 },
]
