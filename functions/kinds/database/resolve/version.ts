import type { Provider } from '../../../../apis/blocks/placement.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { choose } from '../../../settings/setting.ts'
import { choices } from '../capabilities.ts'
import { decideChoice, unsupported, type Decision } from '../decide.ts'

/** The newest major version that every provider offers: what a claim gets that names none. */
export const defaultVersion = '17'

/** The claim's version, else the one that runs: a new default never upgrades an existing database. */
export const decideVersion = (
  provider: Provider,
  wanted: string | undefined,
  running: string | undefined,
): Decision<string> => {
  const refusals = wanted && running ? changeRefusals(provider, wanted, running) : []
  if (running && (!wanted || wanted === running)) return { value: running }
  const decided = decideChoice(choices.version, provider, choose({ claim: wanted }, defaultVersion))
  return { ...decided, refusals: [...refusals, ...(decided.refusals ?? [])] }
}

const changeRefusals = (provider: Provider, wanted: string, running: string): readonly Refusal[] => {
  const { field, offered } = choices.upgrade
  if (Number(wanted) < Number(running))
    return [refuse('DowngradeRefused', field, `${running} runs; it can't go back to ${wanted}`)]
  if (wanted === running || offered[provider].length > 0) return []
  return [unsupported(field, provider, `an upgrade from ${running} to ${wanted} in place`, offered[provider])]
}
