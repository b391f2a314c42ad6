import { join } from 'node:path'
import { version } from './version.ts'

/**
 * Where the packages are published. Everything that names one of them derives from here; who mirrors them rewrites the
 * prefix with an ImageConfig and changes nothing else.
 */
export const registry = 'xpkg.crossplane.io/roadbed'

/** The package's name in the registry, such as `xpkg.crossplane.io/roadbed/function-roadbed`. */
export const repositoryOf = (name: string): string => `${registry}/${name}`

/** The Configuration with the XRDs and Compositions. */
export const configurationName = 'roadbed'

/** The Function that every Composition calls. */
export const functionName = 'function-roadbed'

/**
 * The name that Crossplane's package manager gives to an object that it installs as a dependency: the path in the
 * registry as a DNS label. An object that somebody else makes under this name is the same object, so it does not matter
 * who comes first. Source: `ToDNSLabel` in crossplane-runtime, pkg/xpkg/name.go.
 */
export const objectName = (repository: string): string =>
  repository
    .slice(repository.indexOf('/') + 1)
    .slice(0, 63)
    .replaceAll(/[./:]/g, '-')
    .replaceAll(/[^a-z0-9-]/g, '')
    .replaceAll(/^-+|-+$/g, '')

/** The Function's object, as every Composition's `functionRef` names it. */
export const functionObject = objectName(repositoryOf(functionName))

/** The file of a package that is built into a folder. */
export const builtFile = (folder: string, name: string): string => join(folder, `${name}-${version}.xpkg`)
