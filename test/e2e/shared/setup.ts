import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { down } from '../../../control-plane/down.ts'
import { up, type UpOptions } from '../../../control-plane/up.ts'
import { root } from '../../harness/files.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly controlPlane: {
      /** What it has been brought up with. */
      readonly options: UpOptions
      readonly state: string
      readonly kubeconfig: string
    }
  }
}

/** The providers' full CRDs where somebody has them beside the project; what we know of them otherwise. */
const fullCrds = process.env['ROADBED_CRDS'] ?? join(root, '..', 'shared', 'crds')

/** An RDS instance in four seconds. */
const pace = 0.01

/** One control plane for all end-to-end tests, with the packages of this checkout installed. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const [name, state] = ['e2e', mkdtempSync(join(tmpdir(), 'roadbed-e2e-'))]
  process.env['XDG_STATE_HOME'] = state
  const report = ({ text, seconds }: { readonly text: string; readonly seconds?: number }) =>
    process.stderr.write(`${text}${seconds === undefined ? '' : ` … ${seconds.toFixed(1)} s`}\n`)
  const options = { name, pace, ...(existsSync(fullCrds) && { crds: fullCrds }) }
  const { kubeconfig } = await up(options, report)
  provide('controlPlane', { options, state, kubeconfig })
  return async () => {
    await down({ name, keepData: false }, report)
  }
}
