import type { Permission } from '../../apis/platform/identity.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { refuse } from '../runtime/errors.ts'
import { ok, refused, type Outcome } from '../runtime/result.ts'

/** The permission classes that a claim names; those that are for other namespaces are as if they were not there. */
export const permissionsOf = (
  names: readonly string[],
  namespace: string,
  { classes = {} }: PlatformSpec,
): Outcome<readonly Permission[]> => {
  const open = (classes.permissions ?? []).filter(({ namespaces }) => namespaces?.includes(namespace) ?? true)
  const unknown = names.filter(name => !open.some(permission => permission.name === name))
  if (unknown.length === 0) return ok(open.filter(({ name }) => names.includes(name)))
  const listed = open.length === 0 ? 'there are none here' : `there are ${open.map(({ name }) => name).join(', ')}`
  return refused(
    ...unknown.map(name =>
      refuse('UnknownPermission', 'spec.security.identity.permissions', `there is no permission "${name}"; ${listed}`),
    ),
  )
}
