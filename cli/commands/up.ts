import { existsSync } from 'node:fs'
import { up } from '../../control-plane/up.ts'
import type { CrossplaneVersion } from '../../control-plane/versions.ts'
import { ExitCode, UsageError } from '../exit.ts'
import { controlPlaneName } from '../input/control-plane-name.ts'
import { progressTo } from '../output/step.ts'
import type { Streams } from './render.ts'

export interface UpFlags {
  readonly name: string
  readonly crds?: string
  readonly crossplane?: CrossplaneVersion
  readonly pace?: string
  readonly engine: 'processes' | 'kind'
}

/** `roadbed up`: a whole control plane on this machine. */
export const upCommand = async (flags: UpFlags, { out, err }: Streams): Promise<ExitCode> => {
  if (flags.engine === 'kind')
    throw new UsageError(
      '--engine kind is not supported yet: leave it out, and the control plane runs as processes, without Docker',
    )
  const name = controlPlaneName(flags.name)
  if (flags.crds !== undefined && !existsSync(flags.crds))
    throw new UsageError(`--crds ${flags.crds}: there is no such folder`)
  const { kubeconfig, crossplane, already } = await up({ name, ...pick(flags) }, progressTo(err))
  err(
    already ? `${name} was up already, with Crossplane ${crossplane}` : `${name} is up, with Crossplane ${crossplane}`,
  )
  // The one line on standard output, so that `eval "$(npx roadbed up)"` works.
  out(`export KUBECONFIG='${kubeconfig}'\n`)
  return ExitCode.ok
}

const pick = ({ crossplane, crds, pace }: UpFlags) => ({
  ...(crossplane && { crossplane }),
  ...(crds !== undefined && { crds }),
  ...(pace !== undefined && { pace: paceOf(pace) }),
})

/** @throws UsageError for what is no pace */
const paceOf = (text: string): number => {
  const pace = Number(text)
  if (pace >= 0.001 && pace <= 10) return pace
  throw new UsageError(`--pace ${text}: write a number from 0.001 to 10; 1 is the pace of real providers`)
}
