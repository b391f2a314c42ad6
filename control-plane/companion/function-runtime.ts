import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { tlsFolder } from '../credentials.ts'
import { freePorts, isFree, loopback } from '../ports.ts'
import { crossplaneNamespace } from '../accounts.ts'
import type { Context } from './controller.ts'
import { functionProgram } from './function-program.ts'
import { runtimeStatus, tlsSecretOf, type Revision } from './revision.ts'
import { supervise, type Supervised } from './supervise.ts'

/** A revision of a function that is kept running. */
export interface Runtime {
  readonly program: Supervised
  readonly port: number
}

export const startRuntime = async ({ folders, log }: Context, revision: Revision): Promise<Runtime> => {
  const port = await portFor(revision)
  const command = await functionProgram(folders, revision, `${loopback}:${port}`, tlsFolder(folders, 'function'))
  log(`${revision.name} is started on ${loopback}:${port}`)
  return { program: supervise(folders, `function-${revision.name}`, command, log), port }
}

/** Where it was before, if it was: a call of Crossplane's to a place where nobody is any more blocks its claim for two minutes. */
const portFor = async ({ endpoint }: Revision): Promise<number> => {
  const before = Number(endpoint?.split(':').at(-1))
  if (before > 0 && (await isFree(before))) return before
  const [port = 0] = await freePorts(1)
  return port
}

/**
 * Tells Crossplane where a function is, once it listens: a call to one that doesn't blocks for up to two minutes.
 *
 * @throws when it does not listen within half a minute
 */
export const announce = async (
  { cluster, folders, log }: Context,
  revision: Revision,
  { port }: Runtime,
): Promise<void> => {
  const endpoint = `dns:///${loopback}:${port}`
  if (revision.healthy && revision.endpoint === endpoint) return
  const deadline = performance.now() + 30_000
  while (!(await listens(port))) {
    if (performance.now() > deadline) throw new Error(`does not listen on ${port}; its log is in ${folders.logs}`)
    await sleep(50)
  }
  const file = (name: string) => readFileSync(join(tlsFolder(folders, 'function'), name)).toString('base64')
  await cluster.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: tlsSecretOf(revision), namespace: crossplaneNamespace },
    data: { 'ca.crt': file('ca.crt'), 'tls.crt': file('tls.crt'), 'tls.key': file('tls.key') },
  })
  await cluster.apply(runtimeStatus(revision, endpoint), 'status')
  log(`${revision.name} is ready`)
}

const listens = (port: number): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connect({ host: loopback, port })
  socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
  return promise.finally(() => socket.destroy())
}
