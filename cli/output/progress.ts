import pc from 'picocolors'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { textAt } from '../../functions/runtime/read.ts'
import type { ObjectRef } from '../../simulator/api/object.ts'
import type { ControlPlane } from '../../simulator/control-plane.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import { duration } from './duration.ts'

type Print = (line: string) => void

/** Prints, as it happens, what each composed resource has come to and what the claim still waits for. */
export const watchProgress = (plane: ControlPlane, ref: ObjectRef, print: Print): void => {
  const said = new Map<string, string>()
  const tell = (about: string, text: string) => {
    if (said.get(about) === text) return
    said.set(about, text)
    print(`${pc.dim(duration(plane.seconds).padStart(13))}  ${about.padEnd(22)} ${text}`)
  }
  plane.api.watch(({ type, object }) => {
    const key = textAt(object, 'metadata', 'annotations', 'crossplane.io/composition-resource-name')
    if (key !== undefined) tell(key, type === 'DELETED' ? pc.red('deleted') : stateOf(object))
    else if (object['kind'] === ref.kind && textAt(object, 'metadata', 'name') === ref.name)
      tell('claim', claimState(object))
  })
}

/** The error, the phase, or how far it is. */
const stateOf = (object: JsonObject): string => {
  const [synced, ready] = ['Synced', 'Ready'].map(type =>
    conditionsOf(object).find(condition => condition['type'] === type),
  )
  if (textAt(synced, 'status') === 'False') return pc.red(textAt(synced, 'message') ?? 'the provider reports an error')
  if (textAt(ready, 'status') === 'True') return pc.green('ready')
  if (object['status'] === undefined) return pc.green('made')
  return pc.yellow((textAt(object, 'status', 'phase') ?? textAt(ready, 'reason') ?? 'made').toLowerCase())
}

const claimState = (object: JsonObject): string => {
  const find = (type: string) => conditionsOf(object).find(condition => condition['type'] === type)
  if (textAt(find('Ready'), 'status') === 'True') return pc.green('Ready')
  const configured = find('Configured')
  if (textAt(configured, 'status') === 'False') return pc.red(`refused: ${textAt(configured, 'reason')}`)
  return pc.yellow(textAt(find('Provisioned'), 'message') ?? 'new')
}
