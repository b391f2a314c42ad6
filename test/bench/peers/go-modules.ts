import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildGo, sourceOf, type Files } from '../../programs/go.ts'

/** A composition function that others have released, from its own module. */
export interface Released {
  readonly name: string
  readonly module: string
  readonly version: string
}

/**
 * Builds a released function as it is, but for one thing: its metrics server, which would be on port 8080 of every interface, is
 * left out.
 */
export const buildReleased = async ({ name, module, version }: Released): Promise<string> => {
  const source = await sourceOf(module, version)
  const main = await readFile(join(source, 'main.go'), 'utf8')
  const listens = 'function.Listen(c.Network, c.Address),'
  if (main.split(listens).length !== 2) throw new Error(`${name} ${version} is not laid out as expected: main.go`)
  const files = { 'main.go': main.replace(listens, `${listens}\n\t\tfunction.WithMetricsServer(""),`) }
  return buildGo({ name: `${name}-${version}`, files, over: source })
}

/** Builds the function that the definitions have become, against a version of the official SDK. */
export const buildNative = (source: string, sdk: string): Promise<string> => {
  const files: Files = {
    'main.go': source,
    'go.mod': `module roadbed.local/native\n\ngo 1.25.0\n\nrequire github.com/crossplane/function-sdk-go ${sdk}\n`,
  }
  return buildGo({ name: `native-go-${sdk}`, files })
}
