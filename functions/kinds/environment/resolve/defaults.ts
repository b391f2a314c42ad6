import type { EnvironmentSpec } from '../../../../apis/environment/schema.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { backupOf } from '../../../settings/backup.ts'
import { factsFor } from '../../../settings/facts.ts'

/** What no claim in it could be given: a place that is not open, a policy that nobody has declared. */
export const defaultRefusals = (
  { placement, defaults = {} }: EnvironmentSpec,
  platform: PlatformSpec,
): readonly Refusal[] => {
  const provider = placement?.provider ?? platform.defaultPlacement?.provider ?? 'Kubernetes'
  const facts = placement && factsFor({ provider, region: placement.region }, platform)
  const backup =
    defaults.backupPolicy === undefined
      ? undefined
      : backupOf({}, { value: defaults.backupPolicy, from: 'environment' }, platform)
  return [
    ...(facts && !facts.ok ? facts.refusals : []),
    ...(backup && !backup.ok
      ? backup.refusals.map(({ code, message }) => refuse(code, 'spec.defaults.backupPolicy', message))
      : []),
  ]
}
