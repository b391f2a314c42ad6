import type { Permission } from '../../../../apis/platform/identity.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { refuse } from '../../../runtime/errors.ts'
import { ok, refused, unless, type Outcome } from '../../../runtime/result.ts'
import { accountOf } from '../../../settings/facts.ts'
import { permissionsOf } from '../../../settings/permissions.ts'
import { platformPath } from '../../../settings/platform.ts'
import type { Identity } from '../identity/identity.ts'

/** Who the pods are outside of the cluster; `undefined` where they ask for nothing there. */
export const identityOf = (
  names: readonly string[],
  namespace: string,
  platform: PlatformSpec,
): Outcome<Identity | undefined> => {
  if (names.length === 0) return ok(undefined)
  const permissions = permissionsOf(names, namespace, platform)
  if (!permissions.ok) return permissions
  const { aws, gcp, azure } = platform.providers ?? {}
  if (aws?.cluster)
    return meant('aws', permissions.value, {
      ...accountOf(aws, `${platformPath}.providers.aws`),
      cloud: 'AWS',
      cluster: aws.cluster,
      policyArns: all(permissions.value, ({ aws: policies = [] }) => policies),
    })
  if (gcp?.cluster)
    return meant('gcp', permissions.value, {
      ...accountOf(gcp, `${platformPath}.providers.gcp`),
      cloud: 'GCP',
      project: gcp.project,
      workloadPool: gcp.cluster.workloadPool,
      roles: all(permissions.value, ({ gcp: roles = [] }) => roles),
    })
  if (azure?.cluster)
    return meant('azure', permissions.value, {
      ...accountOf(azure, `${platformPath}.providers.azure`),
      ...azure.cluster,
      cloud: 'Azure',
      resourceGroup: azure.resourceGroup,
      assignments: permissions.value.flatMap(({ azure: assignments = [] }) => assignments),
    })
  const where = `${platformPath}.providers`
  return refused(
    refuse(
      'MissingPlatformFact',
      where,
      'permissions need the cloud that this cluster runs on: declare its cluster under aws, gcp or azure',
    ),
  )
}

/** Each once, and in an order that does not depend on who names it first. */
const all = (
  permissions: readonly Permission[],
  of: (permission: Permission) => readonly string[],
): readonly string[] => [...new Set(permissions.flatMap(of))].toSorted()

/** A permission that says nothing of the cloud is no permission there. */
const meant = (
  cloud: 'aws' | 'gcp' | 'azure',
  permissions: readonly Permission[],
  identity: Identity,
): Outcome<Identity> =>
  unless(
    permissions
      .filter(permission => (permission[cloud] ?? []).length === 0)
      .map(({ name }) =>
        refuse(
          'MissingPlatformFact',
          `${platformPath}.classes.permissions[${name}].${cloud}`,
          `the permission "${name}" says nothing of the cloud that this cluster runs on`,
        ),
      ),
    () => identity,
  )
