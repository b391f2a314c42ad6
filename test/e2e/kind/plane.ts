import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { progressTo } from '../../../cli/output/step.ts'
import { connect, type Cluster } from '../../../control-plane/api/cluster.ts'
import { foldersOf } from '../../../control-plane/state.ts'
import { up, type Up, type UpOptions } from '../../../control-plane/up.ts'
import { kubectlWith } from '../kubectl.ts'

// Where `up` looks for it.
process.env['XDG_STATE_HOME'] = mkdtempSync(join(tmpdir(), 'roadbed-e2e-'))

export const name = 'e2e'
export const folders = foldersOf(name)

const { ROADBED_TEST_NODE_IMAGE: nodeImage, ROADBED_TEST_CHART: chart } = process.env

/** For machines that can't fetch what is published: an image of kind's node that has Crossplane's image in it, and Crossplane's chart. */
export const instead = { ...(nodeImage !== undefined && { nodeImage }), ...(chart !== undefined && { chart }) }

export const bringUp = (options: Partial<UpOptions> = {}): Promise<Up> =>
  up(
    { name, engine: 'kind', ...options },
    progressTo(line => process.stderr.write(`${line}\n`)),
  )

let connected: Cluster | undefined

/** Once it is up. */
export const cluster = (): Cluster => (connected ??= connect(folders.kubeconfig))

export const kubectl = kubectlWith(folders.kubeconfig)
