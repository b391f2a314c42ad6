import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { root } from '../root.ts'
import { builtSchemas } from './built-schemas.ts'
import { withoutUnused } from './unused.ts'

/** The function and everything that it imports, in one file. */
export interface Bundle {
  readonly code: Buffer
  /** The npm packages of which something is in it, by name. */
  readonly packages: readonly string[]
}

export interface BundleOptions {
  /** What the benchmark changes: it adds kinds of its own. */
  readonly plugins?: readonly Plugin[]
  /** Puts a source map at the end, for profiles. */
  readonly sourceMap?: boolean
}

/**
 * Bundles `program.ts`, as a function that takes `exports`, `require` and `module`. Names stay as they are: a stack trace in a log has
 * to be readable. CommonJS starts sooner: what an ES module imports of Node is read to the last export, and with `node:http` comes
 * all of undici.
 */
export const bundleFunction = async ({ plugins = [], sourceMap = false }: BundleOptions = {}): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['packages/function/program.ts'],
    // Or a node_modules that is a link would leave its path in the bundle.
    preserveSymlinks: true,
    outfile: 'main.cjs',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    banner: { js: '(function (exports, require, module) {' },
    footer: { js: '})' },
    legalComments: 'none',
    // A third less for V8 to read before the first answer. Lines end all the same, or a stack trace would point at one that has it all.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 160,
    logLevel: 'silent',
    plugins: [...plugins, builtSchemas, withoutUnused],
    sourcemap: sourceMap && 'inline',
  })
  const [output] = outputFiles
  if (!output) throw new Error('esbuild gave no output')
  const names = Object.keys(metafile.inputs).flatMap(path => packageName(path) ?? [])
  return { code: Buffer.from(output.contents), packages: [...new Set(names)].toSorted() }
}

/** Bundles one of the programs beside this file that run the bundle: nothing of npm is in them. */
export const bundleSmall = async (name: 'start.ts' | 'warm-up.ts'): Promise<Buffer> => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, name)],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    logLevel: 'silent',
  })
  return Buffer.from(outputFiles[0]?.contents ?? [])
}

/** The innermost package of a path: one may bring its own copy of another. */
const packageName = (path: string): string | undefined => path.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1]

/** Some packages tell their licence at the end of their README alone. */
const licenceInReadme = (folder: string): string =>
  /^#+ licen[cs]e\b[\s\S]*/im.exec(readFileSync(join(folder, 'README.md'), 'utf8'))?.[0].trim() ?? ''

/** The licences of what is bundled; they have to travel with it. */
export const licences = ({ packages }: Bundle): string =>
  packages
    .map(path => {
      const folder = join(root, path)
      const texts = readdirSync(folder)
        .filter(name => /^(licen[cs]e|notice|copying)/i.test(name))
        .toSorted()
        .map(name => readFileSync(join(folder, name), 'utf8').trim())
      if (texts.length === 0) texts.push(licenceInReadme(folder))
      return [`== ${path.slice(path.lastIndexOf('node_modules/') + 13)}`, ...texts].join('\n\n')
    })
    .join('\n\n')
    .concat('\n')
