import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeProgram, root } from '../../packages/root.ts'
import { sources } from '../../packages/sources.ts'

export interface Build {
  /** The checkout that it was built from. */
  readonly checkout: string
  readonly out: string
}

/** A checkout in a folder of its own: everything in it is new. */
export const copyCheckout = (): string => {
  const checkout = mkdtempSync(join(tmpdir(), 'roadbed-checkout-'))
  for (const path of sources) cpSync(join(root, path), join(checkout, path), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'))
  return checkout
}

/** `npm run build` in a checkout, with a umask and whatever else may differ from one machine to the next. */
export const build = async (checkout: string, umask: string, env: NodeJS.ProcessEnv = {}): Promise<Build> => {
  const out = mkdtempSync(join(tmpdir(), 'roadbed-dist-'))
  const child = spawn(
    'sh',
    ['-c', `umask ${umask} && exec "$@"`, 'sh', nodeProgram, 'packages/main.ts', '--out', out],
    {
      cwd: checkout,
      env: { ...process.env, ...env },
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()))
  const code = await new Promise(resolve => child.once('close', resolve))
  if (code !== 0) throw new Error(`npm run build ended with ${String(code)}: ${output}`)
  return { checkout, out }
}

/** Permissions and digest of every file below a folder. */
export const contents = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .toSorted()
      .map(path => {
        const { mode } = statSync(join(folder, path))
        const file = statSync(join(folder, path)).isFile()
        const digest = file
          ? createHash('sha256')
              .update(readFileSync(join(folder, path)))
              .digest('hex')
          : 'folder'
        return [path, `${(mode & 0o7777).toString(8)} ${digest}`]
      }),
  )
