import type { Access, Role } from '../../../apis/environment/access.ts'
import { RoleBinding } from '../../generated/rbac.authorization.k8s.io/role-binding.ts'
import { itemKey } from '../../runtime/keys.ts'
import type { Entry } from '../../runtime/plan.ts'
import type { Environment } from './environment.ts'
import { placed } from './placed.ts'

/** Kubernetes' own roles, to which the package adds its kinds, and one that it brings. */
export const clusterRoles: Readonly<Record<Role, string>> = {
  Viewer: 'view',
  Operator: 'roadbed:operator',
  Developer: 'edit',
  Admin: 'admin',
}

/** Kubernetes refuses to change a binding's role: with another role it is another binding. */
export const accessKey = ({ name, role }: Access): `access-${string}` =>
  itemKey('access', `${role.toLowerCase()}-${name}`)

/** One subject's role in the environment's Namespace, and nowhere else. */
export const roleBinding = (environment: Environment, access: Access): Entry => {
  const { kind, name, namespace = environment.name } = access.subject
  return placed(environment, accessKey(access), RoleBinding, {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: clusterRoles[access.role] },
    subjects: [
      kind === 'ServiceAccount' ? { kind, name, namespace } : { kind, name, apiGroup: 'rbac.authorization.k8s.io' },
    ],
  })
}
