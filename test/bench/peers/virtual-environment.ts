import { execFile } from 'node:child_process'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { once } from '../../programs/once.ts'

const run = promisify(execFile)

/** A Python with the official SDK of a version, in the cache. @throws a sentence for the user */
export const pythonWith = async (sdk: string): Promise<string> => {
  const folder = await once(`python-${sdk}`, async target => {
    const partial = `${target}.partial`
    await rm(partial, { recursive: true, force: true })
    try {
      await run('python3', ['-m', 'venv', partial])
      await run(join(partial, 'bin/python'), [
        '-m',
        'pip',
        'install',
        '--quiet',
        `crossplane-function-sdk-python==${sdk}`,
      ])
    } catch (error) {
      const said =
        error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : undefined
      throw new Error(`Python with crossplane-function-sdk-python ${sdk} can't be made: ${said || String(error)}`, {
        cause: error,
      })
    }
    await rename(partial, target)
  })
  return join(folder, 'bin/python')
}
