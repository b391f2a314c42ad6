import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { PackageFile } from '../../../control-plane/registry/package-file.ts'
import { configurationName, functionName, objectName, repositoryOf } from '../../../packages/names.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { root } from '../../../packages/root.ts'
import { readYaml } from '../../harness/files.ts'
import { build, copyCheckout } from '../../packages/built.ts'

/** Packages of one state of the sources. */
export interface Release {
  /** Which state that is, for people. */
  readonly what: string
  readonly tag: string
  /** Of the sources; `undefined` for those of this checkout. */
  readonly commit: string | undefined
  readonly packages: readonly PackageFile[]
  /** One of its own examples: an older release does not know today's fields. */
  readonly example: (path: string) => JsonObject
  /** Its sources and packages from the temporary folder: hundreds of megabytes. */
  readonly remove: () => void
}

const run = async (program: string, ...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)(program, args, { cwd: root })).stdout.trim()

/**
 * What a release that can be upgraded has. The second: without it no function hears Crossplane, and no claim of it ever became Ready.
 */
const needed = ['packages/main.ts', 'functions/server/client-certificates.ts']

/** The last release before this commit; until there is one, the commit before; where there is none that ran, this checkout. */
export const previousRelease = async (): Promise<Release> => {
  const commit =
    (await run('git', 'describe', '--tags', '--abbrev=0', '--match', 'v*', 'HEAD~1').catch(() => undefined)) ??
    (await run('git', 'rev-parse', '--short', '--verify', 'HEAD~1').catch(() => undefined))
  const checkout = commit === undefined ? undefined : await checkoutOf(commit)
  if (checkout === undefined || !needed.every(path => existsSync(join(checkout, path))))
    return release(copyCheckout(), 'this checkout: there is none before it that ran', undefined)
  return release(checkout, `commit ${commit}`, commit)
}

/** This checkout with the next version, as if it were released now. */
export const nextRelease = async ({ tag }: Release): Promise<Release> => {
  const checkout = copyCheckout()
  const [major = '0', minor = '0', patch = '0'] = tag.slice(1).split('.')
  const manifest = join(checkout, 'package.json')
  const version = `${major}.${minor}.${Number(patch) + 1}`
  writeFileSync(manifest, JSON.stringify({ ...(JSON.parse(readFileSync(manifest, 'utf8')) as object), version }))
  return release(checkout, 'this checkout', undefined)
}

/** Whether what is composed of the examples has changed since. */
export const sameGolden = async ({ commit }: Release): Promise<boolean> =>
  commit === undefined || (await run('git', 'diff', '--stat', commit, '--', 'test/golden', 'examples')) === ''

const checkoutOf = async (commit: string): Promise<string> => {
  const checkout = mkdtempSync(join(tmpdir(), 'roadbed-previous-'))
  await run('git', 'archive', '--output', join(checkout, 'sources.tar'), commit)
  await run('tar', '-xf', join(checkout, 'sources.tar'), '-C', checkout)
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'))
  return checkout
}

const release = async (checkout: string, what: string, commit: string | undefined): Promise<Release> => {
  const { out } = await build(checkout, '022')
  const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { readonly version: string }
  const tag = `v${version}`
  const file = (kind: PackageFile['kind'], name: string): PackageFile => {
    const published = repositoryOf(name)
    return { kind, name: objectName(published), published, tag, file: join(out, `${name}-${tag}.xpkg`) }
  }
  return {
    what,
    tag,
    commit,
    example: path => readYaml(`examples/${path}.yaml`, checkout),
    packages: [file('Function', functionName), file('Configuration', configurationName)],
    remove: () => [checkout, out].forEach(folder => rmSync(folder, { recursive: true, force: true })),
  }
}
