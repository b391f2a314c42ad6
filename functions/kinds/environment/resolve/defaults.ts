import type { EnvironmentSpec } from '../../../../apis/environment/schema.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import type { Claim } from '../../../runtime/observed.ts'
import { accountsOf, type Accounts } from '../../../settings/accounts.ts'
import { backupOf } from '../../../settings/backup.ts'
import { factsFor } from '../../../settings/facts.ts'

/** What no claim in it could be given: a place that is not open or not described, a policy that nobody has declared. */
export const defaultRefusals = (
  { name }: Claim,
  { placement, defaults = {}, providers = {} }: EnvironmentSpec,
  platform: PlatformSpec,
): readonly Refusal[] => {
  const accounts = accountsOf(platform, name, { type: undefined, isThere: true, asleep: false, providers }, undefined)
  const provider = placement?.provider ?? platform.defaultPlacement?.provider ?? 'Kubernetes'
  const facts = placement && factsFor({ provider, region: placement.region }, accounts)
  const backup =
    defaults.backupPolicy === undefined
      ? undefined
      : backupOf({}, { value: defaults.backupPolicy, from: 'environment' }, platform)
  return [
    ...(facts && !facts.ok ? facts.refusals : []),
    ...regionRefusals(accounts),
    ...(backup && !backup.ok
      ? backup.refusals.map(({ code, message }) => refuse(code, 'spec.defaults.backupPolicy', message))
      : []),
  ]
}

/** Regions of its own accounts that have no network. */
const regionRefusals = (accounts: Accounts): readonly Refusal[] =>
  (['AWS', 'GCP', 'Azure'] as const)
    .filter(provider => accounts.ownerOf(provider) === 'Environment')
    .flatMap(provider => {
      const { aws, gcp, azure } = accounts.providers
      const regions: readonly { readonly name: string }[] =
        { AWS: aws, GCP: gcp, Azure: azure }[provider]?.regions ?? []
      return regions.flatMap(({ name: region }) => {
        const facts = factsFor({ provider, region }, accounts)
        return facts.ok ? [] : facts.refusals
      })
    })
