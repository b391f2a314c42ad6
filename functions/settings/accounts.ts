import type { Provider } from '../../apis/blocks/placement.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { platformPath } from './platform.ts'
import type { Surroundings } from './surroundings.ts'

/** Whose account a claim's cloud resources are in. */
export type AccountOwner = 'Platform' | 'Environment'

/** The providers as a claim finds them: the environment's own accounts where it has some, else the platform's. */
export interface Accounts {
  readonly providers: NonNullable<PlatformSpec['providers']>
  readonly ownerOf: (provider: Provider) => AccountOwner
  /** Where a provider is described, for messages. */
  readonly pathOf: (provider: Provider) => string
}

export const keyOf = (provider: Provider) =>
  (({ AWS: 'aws', GCP: 'gcp', Azure: 'azure', Kubernetes: 'kubernetes' }) as const)[provider]

const within = (root: string) => (provider: Provider) => `${root}.providers.${keyOf(provider)}`

/** The platform's, for what is asked without a claim. */
export const platformAccounts = ({ providers = {} }: PlatformSpec): Accounts => ({
  providers,
  ownerOf: () => 'Platform',
  pathOf: within(platformPath),
})

/**
 * Those of a claim. One that exists stays in the account that it was made in, whatever its environment declares later: in another one its
 * provider would not find it, and make another, empty.
 *
 * @param made whose account the claim's resources are in already
 */
export const accountsOf = (
  platform: PlatformSpec,
  namespace: string,
  { providers: own = {} }: Surroundings,
  made: AccountOwner | undefined,
): Accounts => {
  const [ours, theirs] = [platformAccounts(platform), within(`XEnvironment/${namespace} spec`)]
  const isOwn = (provider: Provider) =>
    made === undefined ? Object.hasOwn(own, keyOf(provider)) : made === 'Environment' && provider !== 'Kubernetes'
  return {
    providers: made === 'Platform' ? ours.providers : made === 'Environment' ? own : { ...ours.providers, ...own },
    ownerOf: provider => (isOwn(provider) ? 'Environment' : 'Platform'),
    pathOf: provider => (isOwn(provider) ? theirs(provider) : ours.pathOf(provider)),
  }
}
