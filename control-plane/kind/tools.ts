import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** The programs that a control plane in kind needs, and where to get them. */
const tools = {
  docker: 'https://docs.docker.com/engine/install',
  kind: 'https://kind.sigs.k8s.io/docs/user/quick-start',
  helm: 'https://helm.sh/docs/intro/install',
} as const
type Tool = keyof typeof tools

/**
 * Runs one of them to its end.
 *
 * @returns what it wrote to standard output
 * @throws a sentence for the user, with the last lines of what it said
 */
export const run = async (tool: Tool, args: readonly string[], seconds = 60): Promise<string> => {
  try {
    const options = { timeout: seconds * 1000, maxBuffer: 64 << 20 }
    const { stdout } = await promisify(execFile)(tool, args, options)
    return stdout
  } catch (error) {
    throw new Error(sentence(tool, args, seconds, error), { cause: error })
  }
}

/** @throws a sentence for the user that tells what to do instead, when something is missing */
export const requireTools = async (): Promise<void> => {
  try {
    await run('docker', ['info', '--format', '{{.ServerVersion}}'], 15)
    await run('kind', ['version'], 15)
    await run('helm', ['version', '--short'], 15)
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error)
    throw new Error(`${missing}; or take \`--engine processes\`, which needs none of it`, { cause: error })
  }
}

/** Whether Docker answers, and kind and helm are there. */
export const hasTools = (): Promise<boolean> =>
  requireTools().then(
    () => true,
    () => false,
  )

const sentence = (tool: Tool, args: readonly string[], seconds: number, error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'ENOENT') return `\`${tool}\` is not on the PATH: install it (${tools[tool]})`
  if (tool === 'docker' && args[0] === 'info') return 'Docker does not answer: start it'
  const command = `\`${tool} ${args.slice(0, 2).join(' ')}\``
  if ('killed' in error && error.killed === true) return `${command} was not done after ${seconds} s${saidBy(error)}`
  return `${command} failed${saidBy(error)}`
}

const saidBy = (error: Error): string => {
  const text = 'stderr' in error ? String(error.stderr) : error.message
  const lines = text.trimEnd().split('\n').slice(-8)
  return lines.join('') === '' ? '' : `; it said:\n${lines.map(line => `  ${line.slice(0, 300)}`).join('\n')}`
}
