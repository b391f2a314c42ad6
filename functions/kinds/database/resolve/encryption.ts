import type { Encryption } from '../../../../apis/blocks/encryption.ts'
import type { Provider } from '../../../../apis/blocks/placement.ts'
import { refuse } from '../../../runtime/errors.ts'
import { asked } from '../../../settings/setting.ts'
import { choices } from '../capabilities.ts'
import type { Database } from '../database.ts'
import { decideChoice, type Decision } from '../decide.ts'

/** Always encrypted at rest, and with TLS unless the claim prefers otherwise. Whose key it is can't change. */
export const decideEncryption = (
  provider: Provider,
  claim: Encryption,
  current: string | undefined,
): Decision<Database['encryption']> => {
  const held = current === 'CustomerManaged' ? 'CustomerManaged' : 'ProviderManaged'
  const atRest = decideChoice(choices.atRest, provider, asked(claim.atRest ?? held))
  const changed = current !== undefined && atRest.value !== current
  return {
    value: { atRest: atRest.value, inTransit: claim.inTransit ?? 'Required' },
    refusals: [
      ...(atRest.refusals ?? []),
      ...(changed
        ? [refuse('FixedField', choices.atRest.field, `the disk is ${current}; no cloud re-encrypts it in place`)]
        : []),
    ],
  }
}
