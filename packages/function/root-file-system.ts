import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import nodePackage from 'node/package.json' with { type: 'json' }
import { file, type TarEntry } from '../archive/tar.ts'
import { nodeProgram, root } from '../root.ts'
import { bundleFunction, bundleSmall, licences, type BundleOptions } from './bundle.ts'
import { compiled } from './compiled.ts'
import { nodeFiles } from './node-files.ts'
import { entryPoint, nodeFlags } from './runtime.ts'

/** What the function's container holds, a layer each. */
export interface ImageFiles {
  /** Node and the libraries it needs: changes seldom, so an upgrade does not fetch it again. */
  readonly node: readonly TarEntry[]
  /** The function itself. */
  readonly program: readonly TarEntry[]
}

export const imageFiles = async (): Promise<ImageFiles> => ({ node: nodeFiles(), program: await functionFiles() })

/** Neither npm's package of Node nor a shared library brings its licence along. */
const runtimeLicences = `== Node.js ${nodePackage.version}

https://github.com/nodejs/node/blob/v${nodePackage.version}/LICENSE, with the licences of what is in it

== shared libraries in /lib and /lib64

GNU C Library: LGPL-2.1-or-later, https://sourceware.org/glibc/
GCC runtime libraries: GPL-3.0-or-later with the GCC Runtime Library Exception, https://gcc.gnu.org/

`

/** The function itself. */
export const functionFiles = async (options?: BundleOptions): Promise<readonly TarEntry[]> => {
  const bundle = await bundleFunction(options)
  return [
    file(entryPoint, await bundleSmall('start.ts')),
    file('function/main.cjs', bundle.code),
    file('function/main.cache', await compiled(bundle.code, nodeProgram, nodeFlags)),
    file('function/LICENSE', readFileSync(join(root, 'LICENSE'))),
    file('function/NOTICE', readFileSync(join(root, 'NOTICE'))),
    file('function/THIRD-PARTY', runtimeLicences + licences(bundle)),
  ]
}
