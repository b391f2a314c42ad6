import type { Provider } from '../../../../apis/blocks/placement.ts'
import { choose, type Setting } from '../../../settings/setting.ts'
import { choices } from '../capabilities.ts'
import type { State } from '../database.ts'
import { decideChoice, type Decision } from '../decide.ts'

interface Situation {
  readonly claim: State | undefined
  /** Whether the environment that the claim is in sleeps. */
  readonly asleep: boolean
  /** Whether it has been up once. */
  readonly made: boolean
}

/**
 * Whether it runs. It is stopped when either its claim or its environment says so: a brake, not a preference. One that has never been up
 * is made first, or there would be nothing to stop and no connection details.
 */
export const decideState = (provider: Provider, { claim, asleep, made }: Situation): Decision<State> => {
  const setting: Setting<State> = choose(
    { claim: claim === 'Stopped' ? claim : undefined, environment: asleep ? 'Stopped' : undefined },
    'Active',
  )
  const { value, refusals, deviations } = decideChoice(choices.state, provider, setting)
  return {
    value: made ? value : 'Active',
    ...(refusals && { refusals }),
    ...(deviations && { deviations: [{ field: choices.state.field, reason: keepsRunning(provider) }] }),
  }
}

const keepsRunning = (provider: Provider): string =>
  `its environment sleeps, and it runs on: through its provider ${provider} can’t stop a server`
