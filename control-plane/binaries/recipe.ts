import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { copyWritable } from '../files.ts'
import type { Program, ProgramName } from '../versions.ts'
import { goMod, stagingReplacements } from './go-mod.ts'
import { boundFiles, boundToLoopback } from './loopback.ts'

/** Where Go has put a module. */
export interface Downloaded {
  readonly folder: string
  /** The text of its go.mod. */
  readonly goMod: string
}

/** How a program is built: what is written into the build folder, and what `go build` is told. */
export interface Recipe {
  readonly files: Readonly<Record<string, string>>
  readonly package: string
  readonly linkerFlags: readonly string[]
}

type WriteRecipe = (program: Program, source: Downloaded, folder: string) => Promise<Recipe>

const etcd: WriteRecipe = ({ module, version }, source) =>
  Promise.resolve({
    files: {
      'go.mod': goMod({ [module]: version }, source.goMod),
      // etcd's own main package is not part of a published module.
      'main.go': `package main\n\nimport (\n\t"os"\n\n\t"${module}/etcdmain"\n)\n\nfunc main() { etcdmain.Main(os.Args) }\n`,
    },
    package: '.',
    linkerFlags: [],
  })

const kubernetes: WriteRecipe = ({ name, module, version }, source) => {
  const set = (key: string, value: string) => `-X k8s.io/component-base/version.${key}=${value}`
  const [major = '', minor = ''] = version.replace(/^v/, '').split('.')
  return Promise.resolve({
    files: { 'go.mod': goMod({ [module]: version }, source.goMod, stagingReplacements(source.goMod, version)) },
    package: `${module}/cmd/${name}`,
    linkerFlags: [
      set('gitVersion', version),
      set('gitMajor', major),
      set('gitMinor', minor),
      set('gitTreeState', 'clean'),
    ],
  })
}

/**
 * Core is built from a copy of its module in which the addresses are changed: Go’s `-overlay` refuses files of the module cache.
 */
const crossplane: WriteRecipe = async ({ module, version }, source, folder) => {
  const copy = join(folder, 'crossplane')
  await copyWritable(source.folder, copy)
  for (const file of boundFiles) {
    const changed = join(copy, file.path)
    await writeFile(changed, boundToLoopback(file, await readFile(changed, 'utf8')))
  }
  const required = { [module]: version, [module.replace(/\/v2$/, '/apis/v2')]: version }
  return {
    // Crossplane's own go.mod replaces its `apis` module by a folder that its archive lacks; ours asks for the published one.
    files: { 'go.mod': `${goMod(required, source.goMod)}replace ${module} => ./crossplane\n` },
    package: `${module}/cmd/crossplane`,
    // Without it, every package that asks for a version of Crossplane is unhealthy.
    linkerFlags: [`-X github.com/crossplane/crossplane-runtime/v2/pkg/version.version=${version}`],
  }
}

const recipes: Readonly<Record<ProgramName, WriteRecipe>> = {
  etcd,
  'kube-apiserver': kubernetes,
  'kube-controller-manager': kubernetes,
  kubectl: kubernetes,
  crossplane,
}

/** Writes what the recipe of a program asks for into the build folder. */
export const prepare = async (program: Program, source: Downloaded, folder: string): Promise<Recipe> => {
  const recipe = await recipes[program.name](program, source, folder)
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(recipe.files)) await writeFile(join(folder, name), text)
  return recipe
}

/** What of Crossplane's sources is kept beside its binary, so that Go's module cache isn't needed afterwards. */
export const keptFolders = {
  /** Core installs its CRDs from a folder. */
  crds: 'cluster/crds',
  /** Its chart says which rights it has in a cluster. */
  chart: 'cluster/charts/crossplane/templates',
} as const

/** Copies one of them, whole or not at all. */
export const keep = async (source: Downloaded, folder: keyof typeof keptFolders, target: string): Promise<void> => {
  const partial = `${target}.partial`
  await rm(partial, { recursive: true, force: true })
  await copyWritable(join(source.folder, keptFolders[folder]), partial)
  await rm(target, { recursive: true, force: true })
  await rename(partial, target)
}
