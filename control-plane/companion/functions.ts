import { connect as connectTo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tlsFolder } from '../credentials.ts'
import { freePorts, loopback } from '../ports.ts'
import { crossplaneNamespace } from '../services/core.ts'
import type { Context, Controller } from './controller.ts'
import { functionProgram } from './function-program.ts'
import { revisionOf, runtimeStatus, tlsSecretOf, type Revision } from './revision.ts'
import { supervise, type Supervised } from './supervise.ts'
import { watchKind } from './watch.ts'

/** Does for functions what a cluster's kubelet and Crossplane's own runtime would do: runs each active revision, and says where. */
export const functions: Controller = {
  name: 'functions',
  start: async context => {
    const running = new Map<string, Promise<Runtime>>()
    const stopOf = async (name: string) => {
      const runtime = await running.get(name)
      running.delete(name)
      await runtime?.program.stop()
    }
    const onChange = (revision: Revision) => {
      if (!revision.active) return void stopOf(revision.name).catch(report(context))
      const runtime = running.get(revision.name) ?? startRuntime(context, revision)
      running.set(revision.name, runtime)
      runtime.then(found => announce(context, revision, found)).catch(report(context))
    }
    const stop = await watchKind(
      context.cluster,
      { apiVersion: 'pkg.crossplane.io/v1', kind: 'FunctionRevision', plural: 'functionrevisions' },
      {
        onChange: object => onChange(revisionOf(object)),
        onGone: object => void stopOf(revisionOf(object).name).catch(report(context)),
      },
      context.log,
    )
    return async () => {
      await stop()
      await Promise.all([...running.keys()].map(stopOf))
    }
  },
}

interface Runtime {
  readonly program: Supervised
  readonly port: number
}

const startRuntime = async ({ folders, log }: Context, revision: Revision): Promise<Runtime> => {
  const [port = 0] = await freePorts(1)
  const command = functionProgram(revision, `${loopback}:${port}`, tlsFolder(folders, 'function'))
  log(`${revision.name} is served on ${loopback}:${port}`)
  return { program: supervise(folders, `function-${revision.name}`, command, log), port }
}

/** Tells Crossplane, once the function listens: a call to one that doesn't blocks for up to two minutes. */
const announce = async ({ cluster, folders, log }: Context, revision: Revision, { port }: Runtime): Promise<void> => {
  const endpoint = `dns:///${loopback}:${port}`
  if (revision.healthy && revision.endpoint === endpoint) return
  while (!(await listens(port))) await sleep(50)
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
  const socket = connectTo({ host: loopback, port })
  socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
  return promise.finally(() => socket.destroy())
}

const report =
  ({ log }: Context) =>
  (problem: unknown): void =>
    log(problem instanceof Error ? problem.message : String(problem))
