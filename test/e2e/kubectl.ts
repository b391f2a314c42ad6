import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findOrBuild } from '../../control-plane/binaries/find.ts'
import { programs } from '../../control-plane/versions.ts'

const path = await findOrBuild(programs().kubectl, () => undefined)

/** What a user types, as who a kubeconfig says. Rejects with what kubectl says. */
export const kubectlWith =
  (kubeconfig: string) =>
  async (...args: readonly string[]): Promise<string> => {
    const env = { ...process.env, KUBECONFIG: kubeconfig }
    const { stdout } = await promisify(execFile)(path, [...args], { env })
    return stdout
  }
