import type { Availability } from '../../../../apis/blocks/availability.ts'
import type { Provider } from '../../../../apis/blocks/placement.ts'
import { refuse } from '../../../runtime/errors.ts'
import type { Setting } from '../../../settings/setting.ts'
import type { ResolvedSize } from '../../../settings/sizes.ts'
import { choices } from '../capabilities.ts'
import { decideChoice, type Decision } from '../decide.ts'

/** Azure keeps no standby for burstable machines (its documentation, “High availability”: General Purpose and up). */
export const decideAvailability = (
  provider: Provider,
  setting: Setting<Availability>,
  { name, machine }: ResolvedSize,
): Decision<Availability> => {
  const { field } = choices.availability
  const burstable = provider === 'Azure' && machine?.startsWith('B_') === true
  if (!burstable || setting.value === 'SingleZone') return decideChoice(choices.availability, provider, setting)
  const reason = `Azure keeps no standby for the burstable size ${name} (${machine})`
  if (setting.from !== 'claim') return { value: 'SingleZone', deviations: [{ field, reason }] }
  return { value: 'MultiZone', refusals: [refuse('InvalidCombination', field, `${reason}: use size medium or larger`)] }
}
