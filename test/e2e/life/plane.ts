import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Cluster } from '../../../control-plane/api/cluster.ts'
import { ownPackages } from '../../../control-plane/own-packages.ts'
import { running } from '../../../control-plane/processes/record.ts'
import type { Report } from '../../../control-plane/progress.ts'
import { serviceNames, type ServiceName } from '../../../control-plane/services/service.ts'
import { foldersOf } from '../../../control-plane/state.ts'
import { up, type Up, type UpOptions } from '../../../control-plane/up.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { root } from '../../../packages/root.ts'

const stateHome = mkdtempSync(join(tmpdir(), 'roadbed-e2e-'))
// Where `up` looks for it.
process.env['XDG_STATE_HOME'] = stateHome

/** The control plane whose life is told. */
export const name = 'e2e-life'
export const folders = foldersOf(name)
export const quiet = (): void => undefined

let connected: Cluster | undefined

/** Once it is up. */
export const cluster = (): Cluster => (connected ??= connect(folders.kubeconfig))

let built: ReturnType<typeof ownPackages> | undefined

/** `up` once more, with packages that are built once for all of these: most of what it does is to build what it has already. */
export const upAgain = async (options: Partial<UpOptions> = {}, report: Report = quiet): Promise<Up> => {
  built ??= ownPackages(foldersOf('packages', stateHome))
  return up({ name, packages: await built, ...options }, report)
}

export const pidOf = (service: ServiceName): number => {
  const identity = running(folders, service)
  if (!identity) throw new Error(`${service} does not run`)
  return identity.pid
}

/** The services that run, and as which process. */
export const runningPids = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    serviceNames.flatMap(service => {
      const identity = running(folders, service)
      return identity ? [[service, identity.pid]] : []
    }),
  )

export const makeNamespace = (namespace: string): Promise<void> =>
  cluster().apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } })

export const configMap = (mapName: string, data: Record<string, string> = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: mapName, namespace: 'default' },
  data,
})

/** `npx roadbed up`, killed as soon as it says something. @returns what it had said */
export const upKilledAt = async (sentence: string, ...flags: readonly string[]): Promise<string> => {
  const child = spawn(process.execPath, [join(root, 'cli', 'main.ts'), 'up', '--engine', 'processes', ...flags], {
    env: process.env,
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (said.includes(sentence)) child.kill('SIGKILL')
  })
  const [, signal] = (await once(child, 'close')) as [number | null, string | null]
  if (signal !== 'SIGKILL') throw new Error(`it was not killed, for it has ended before: ${said}`)
  return said
}
