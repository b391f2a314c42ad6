import { down } from '../../control-plane/down.ts'
import { ExitCode } from '../exit.ts'
import { controlPlaneName } from '../input/control-plane-name.ts'
import { progressTo } from '../output/step.ts'
import type { Streams } from './render.ts'

export interface DownFlags {
  readonly name: string
  readonly keepData?: boolean
}

/** `roadbed down`: ends what `up` has started. */
export const downCommand = async (flags: DownFlags, { err }: Streams): Promise<ExitCode> => {
  const name = controlPlaneName(flags.name)
  const keepData = flags.keepData ?? false
  const found = await down({ name, keepData }, progressTo(err))
  if (!found) err(`${name} was not up`)
  else err(keepData ? `${name} is down; what it holds is kept` : `${name} is down, and what it held is removed`)
  return ExitCode.ok
}
