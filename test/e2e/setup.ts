import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findOrBuild } from '../../control-plane/binaries/find.ts'
import { down } from '../../control-plane/down.ts'
import { up } from '../../control-plane/up.ts'
import { crossplaneVersions, programs } from '../../control-plane/versions.ts'
import { root } from '../harness/files.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly controlPlane: { readonly name: string; readonly state: string; readonly kubeconfig: string }
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
  const crds = existsSync(fullCrds) ? { crds: fullCrds } : {}
  // What tests need later is built here, where nothing waits for it with a deadline.
  for (const version of crossplaneVersions)
    for (const program of Object.values(programs(version))) await findOrBuild(program, report)
  const { kubeconfig } = await up({ name, pace, ...crds }, report)
  provide('controlPlane', { name, state, kubeconfig })
  return async () => {
    await down({ name, keepData: false }, report)
  }
}
