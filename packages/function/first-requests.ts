import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { kinds } from '../../functions/kinds/index.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { createAnswer } from '../../functions/server/answer.ts'
import { refOf } from '../../simulator/api/object.ts'
import { ControlPlane } from '../../simulator/control-plane.ts'
import { converge } from '../../simulator/converge.ts'
import { root } from '../root.ts'

/** What core asks while a database of three lines comes to rest: what a new pod is asked first will be much like it. */
export const firstRequests = async (): Promise<readonly Uint8Array[]> => {
  const requests: Uint8Array[] = []
  const answer = createAnswer({ kinds, now: () => plane.now, seed: () => new Uint8Array(32) })
  const plane: ControlPlane = new ControlPlane({
    provider: 'AWS',
    call: request => {
      requests.push(request)
      return Promise.resolve(Buffer.concat(answer(request)))
    },
  })
  plane.claim(example('platform/default.yaml'))
  const { outcome } = await converge(plane, refOf(plane.claim(example('database/minimal.yaml'))))
  if (outcome !== 'ready') throw new Error(`the example came out ${outcome}`)
  return requests
}

const example = (path: string): JsonObject => parse(readFileSync(join(root, 'examples', path), 'utf8')) as JsonObject
