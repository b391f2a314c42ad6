import { existsSync } from 'node:fs'
import { engineOf, type Engine } from '../../control-plane/engine.ts'
import { hasTools } from '../../control-plane/kind/tools.ts'
import { foldersOf } from '../../control-plane/state.ts'
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
  readonly engine?: Engine
  readonly nodeImage?: string
  readonly chart?: string
}

/** `roadbed up`: a whole control plane on this machine. */
export const upCommand = async (flags: UpFlags, { out, err }: Streams): Promise<ExitCode> => {
  const name = controlPlaneName(flags.name)
  if (flags.crds !== undefined && !existsSync(flags.crds))
    throw new UsageError(`--crds ${flags.crds}: there is no such folder`)
  const engine = flags.engine ?? engineOf(foldersOf(name)) ?? ((await hasTools()) ? 'kind' : 'processes')
  forKindAlone(engine, flags)
  const { kubeconfig, crossplane, already } = await up({ name, engine, ...pick(flags) }, progressTo(err))
  const where = `${engine === 'kind' ? ' in kind' : ''}, with Crossplane ${crossplane}`
  err(already ? `${name} was up already${where}` : `${name} is up${where}`)
  // The one line on standard output, so that `eval "$(npx roadbed up)"` works.
  out(`export KUBECONFIG='${kubeconfig}'\n`)
  return ExitCode.ok
}

/** @throws UsageError for a flag that would have no effect */
const forKindAlone = (engine: Engine, { nodeImage, chart }: UpFlags): void => {
  if (engine === 'kind') return
  if (nodeImage !== undefined) throw new UsageError('--node-image is for --engine kind alone')
  if (chart !== undefined) throw new UsageError('--chart is for --engine kind alone')
}

const pick = ({ crossplane, crds, pace, nodeImage, chart }: UpFlags) => ({
  ...(crossplane && { crossplane }),
  ...(nodeImage !== undefined && { nodeImage }),
  ...(chart !== undefined && { chart }),
  ...(crds !== undefined && { crds }),
  ...(pace !== undefined && { pace: paceOf(pace) }),
})

/** @throws UsageError for what is no pace */
const paceOf = (text: string): number => {
  const pace = Number(text)
  if (pace >= 0.001 && pace <= 10) return pace
  throw new UsageError(`--pace ${text}: write a number from 0.001 to 10; 1 is the pace of real providers`)
}
