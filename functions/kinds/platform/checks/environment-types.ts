import type { EnvironmentDefaults } from '../../../../apis/platform/classes.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { backupOf } from '../../../settings/backup.ts'
import * as builtIn from '../../../settings/built-in.ts'
import { readSchedule } from '../../../settings/lifecycle.ts'
import { platformPath } from '../../../settings/platform.ts'

/** Defaults that no claim or environment of the type could be given. */
export const environmentTypes = (spec: PlatformSpec): readonly Refusal[] =>
  (spec.environmentTypes ?? []).flatMap(type => {
    const path = `${platformPath}.environmentTypes[${type.name}]`
    return [...policy(type, path, spec), ...schedule(type, path), ...expiry(type, path)]
  })

const policy = ({ backupPolicy }: EnvironmentDefaults, path: string, spec: PlatformSpec): readonly Refusal[] => {
  const found =
    backupPolicy === undefined ? undefined : backupOf({}, { value: backupPolicy, from: 'environment type' }, spec)
  return found === undefined || found.ok
    ? []
    : found.refusals.map(({ code, message }) => refuse(code, `${path}.backupPolicy`, message))
}

const schedule = ({ lifecycle = {} }: EnvironmentDefaults, path: string): readonly Refusal[] => {
  const read = lifecycle.schedule && readSchedule(lifecycle.schedule, 0)
  return !read || read.ok ? [] : [refuse('InvalidSchedule', `${path}.lifecycle.schedule.${read.field}`, read.message)]
}

const expiry = ({ name, lifecycle = {}, deletion = {} }: EnvironmentDefaults, path: string): readonly Refusal[] => {
  const protection = deletion.protection ?? builtIn.environmentDefaults[name].deletion.protection
  return lifecycle.ttl !== undefined && lifecycle.expireAction !== 'Suspend' && protection === 'Enabled'
    ? [
        refuse(
          'InvalidCombination',
          `${path}.lifecycle.ttl`,
          `${name} is protected from deletion, so it can’t expire by Delete: set expireAction to Suspend, or deletion.protection to Disabled`,
        ),
      ]
    : []
}
