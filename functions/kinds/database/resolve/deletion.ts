import type { Deletion } from '../../../../apis/blocks/deletion.ts'
import type { Provider } from '../../../../apis/blocks/placement.ts'
import type { Environment } from '../../../settings/environment.ts'
import { choose } from '../../../settings/setting.ts'
import { choices } from '../capabilities.ts'
import { decideChoice, type Decision } from '../decide.ts'

/** What deleting the claim does: the claim's word, else its environment's; a default that can't be had gives way to the safest. */
export const decideDeletion = (
  provider: Provider,
  claim: Deletion,
  { declared, builtIn }: Environment,
): Decision<Required<Deletion>> => {
  const environment = declared.deletion ?? {}
  const policy = decideChoice(
    choices.deletionPolicy,
    provider,
    choose({ claim: claim.policy, 'environment type': environment.policy }, builtIn.deletion.policy ?? 'Snapshot'),
  )
  const protection = claim.protection ?? environment.protection ?? builtIn.deletion.protection ?? 'Enabled'
  return { ...policy, value: { policy: policy.value, protection } }
}
