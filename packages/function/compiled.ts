import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { buffer, text } from 'node:stream/consumers'
import { bundleSmall } from './bundle.ts'
import { conversation } from './first-conversation.ts'
import { firstRequests } from './first-requests.ts'

/**
 * What V8 makes of the bundle, ready to be run: to read and compile it is a quarter of what a new pod takes for its first answer.
 * Good for this very Node under these flags. Made in V8's predictable mode, so that equal sources give equal bytes.
 */
export const compiled = async (code: Uint8Array, node: string, flags: readonly string[]): Promise<Buffer> => {
  const warmUp = await bundleSmall('warm-up.ts')
  const child = spawn(node, [...flags, '--predictable', '--eval', warmUp.toString()], { env: {} })
  child.stdin.end(Buffer.concat([code, ...conversation(await firstRequests())].flatMap(part => [lengthOf(part), part])))
  const ended = once(child, 'close')
  const [cache, problem] = await Promise.all([buffer(child.stdout), text(child.stderr), ended])
  if (child.exitCode !== 0) throw new Error(`the function can't be compiled: ${problem}`)
  return cache
}

const lengthOf = ({ length }: Uint8Array): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(length)
  return bytes
}
