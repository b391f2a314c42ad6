import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { down } from '../../../control-plane/down.ts'
import { foldersOf } from '../../../control-plane/state.ts'
import { up, type UpOptions } from '../../../control-plane/up.ts'
import { root } from '../../../packages/root.ts'

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

/** An RDS instance in two seconds, with all of a provider's writes: for the circuit breaker. Most namespaces have a pace of their own. */
const pace = 0.005

/** Where the control plane is that another project of this run has brought up, or a person who wants to run many tests on it. */
const stateVariable = 'ROADBED_E2E_STATE'

/** One control plane for the tests of several projects, with the packages of this checkout installed. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const [name, before] = ['e2e', process.env[stateVariable]]
  const state = before ?? mkdtempSync(join(tmpdir(), 'roadbed-e2e-'))
  process.env['XDG_STATE_HOME'] = process.env[stateVariable] = state
  const report = ({ text, seconds }: { readonly text: string; readonly seconds?: number }) =>
    process.stderr.write(`${text}${seconds === undefined ? '' : ` … ${seconds.toFixed(1)} s`}\n`)
  const options = { name, pace, ...(existsSync(fullCrds) && { crds: fullCrds }) }
  provide('controlPlane', { options, state, kubeconfig: foldersOf(name).kubeconfig })
  if (before !== undefined) return () => Promise.resolve()
  await up(options, report)
  return async () => {
    await down({ name, keepData: false }, report)
    rmSync(state, { recursive: true, force: true })
  }
}
