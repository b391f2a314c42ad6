import type { PlatformSpec } from '../../apis/platform/schema.ts'
import type { Runtime } from '../../apis/platform/workloads.ts'
import { refuse } from '../runtime/errors.ts'
import { ok, refused, type Outcome } from '../runtime/result.ts'
import * as builtIn from './built-in.ts'

export const runtimesOf = ({ classes = {} }: PlatformSpec): readonly Runtime[] => {
  const own = classes.runtimes ?? []
  return [...builtIn.runtimes.filter(({ name }) => !own.some(runtime => runtime.name === name)), ...own]
}

/** The runtime class that a claim names; `undefined` where it names none. */
export const runtimeOf = (name: string | undefined, platform: PlatformSpec): Outcome<Runtime | undefined> => {
  if (name === undefined) return ok(undefined)
  const all = runtimesOf(platform)
  const found = all.find(runtime => runtime.name === name)
  if (found) return ok(found)
  const names = all.map(runtime => runtime.name).join(', ')
  return refused(refuse('UnknownRuntime', 'spec.runtime', `there is no runtime "${name}"; there are ${names}`))
}
