import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Cluster } from '../../../control-plane/api/cluster.ts'
import { down } from '../../../control-plane/down.ts'
import { foldersOf } from '../../../control-plane/state.ts'
import { up } from '../../../control-plane/up.ts'
import { nextRelease, previousRelease, type Release } from './releases.ts'

// Where `up` looks for it.
process.env['XDG_STATE_HOME'] = mkdtempSync(join(tmpdir(), 'roadbed-e2e-'))

/** The control plane that is upgraded. */
export const name = 'e2e-upgraded'
export const folders = foldersOf(name)
export const quiet = (): void => undefined

export const before = await previousRelease()
export const after = await nextRelease(before)

let connected: Cluster | undefined

/** Once it is up. */
export const cluster = (): Cluster => (connected ??= connect(folders.kubeconfig))

export const upWith = async ({ packages }: Release, pace?: number): Promise<void> => {
  await up({ name, packages, ...(pace !== undefined && { pace }) }, quiet)
}

export const makeNamespace = (namespace: string): Promise<void> =>
  cluster().apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } })

export const end = async (): Promise<void> => {
  await down({ name, keepData: false }, quiet)
  for (const release of [before, after]) release.remove()
}
