import { readFileSync } from 'node:fs'
import { file, type TarEntry } from '../archive/tar.ts'
import { nodeProgram } from '../root.ts'
import { librariesOf } from './libraries.ts'
import { user } from './runtime.ts'

/** Node, the libraries that it needs, and the user that it runs as. */
export const nodeFiles = (): readonly TarEntry[] => {
  return [
    file('usr/local/bin/node', readFileSync(nodeProgram), 0o755),
    ...librariesOf(nodeProgram),
    file('etc/passwd', `nonroot:x:${user}:${user}:nonroot:/:/sbin/nologin\n`),
    file('etc/group', `nonroot:x:${user}:\n`),
  ]
}
