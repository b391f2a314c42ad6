import type { Deletion } from '../../../../apis/blocks/deletion.ts'
import type { Provider } from '../../../../apis/blocks/placement.ts'
import { choices } from '../capabilities.ts'
import { decideChoice, type Decision } from '../decide.ts'
import type { Chosen } from './chosen.ts'

/** What deleting the claim does; a default that can't be had gives way to the safest. */
export const decideDeletion = (
  provider: Provider,
  { policy, protection }: Pick<Chosen['settings'], 'policy' | 'protection'>,
): Decision<Required<Deletion>> => {
  const decided = decideChoice(choices.deletionPolicy, provider, policy)
  return { ...decided, value: { policy: decided.value, protection: protection.value } }
}
