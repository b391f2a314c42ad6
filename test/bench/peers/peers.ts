import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { apiVersion } from '../../../apis/group.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import type { ServerProgram } from '../servers/server.ts'
import type { Definition } from './definition.ts'
import { buildNative, buildReleased, type Released } from './go-modules.ts'
import { goTemplating } from './go-templating.ts'
import { nativeGo } from './native-go.ts'
import { patchAndTransform } from './patch-and-transform.ts'
import { python } from './python.ts'
import { pythonWith } from './virtual-environment.ts'

/** Another way to write the same composition. */
export interface Peer {
  readonly id: PeerId
  /** As the tables name it, with its version. */
  readonly title: string
  /** What its step in the Composition has as input; `undefined` when its code is the composition. */
  readonly input?: (definition: Definition) => JsonObject
  /** Builds it. Sources go into the folder. @throws a sentence for the user */
  readonly program: (definitions: readonly Definition[], folder: string) => Promise<ServerProgram>
}

export type PeerId = 'native-go' | 'python' | 'go-templating' | 'patch-and-transform'

export const versions = {
  goSdk: 'v0.7.1',
  pythonSdk: '0.15.1',
  goTemplating: 'v0.12.3',
  patchAndTransform: 'v0.10.9',
} as const

const released = (id: PeerId, module: Released, input: (definition: Definition) => JsonObject): Peer => ({
  id,
  title: `${module.name} ${module.version}`,
  input,
  program: async () => {
    const program = await buildReleased(module)
    return {
      name: id,
      command: (port, certificates) => [
        program,
        `--address=127.0.0.1:${port}`,
        `--tls-certs-dir=${certificates}`,
        '--max-recv-message-size=32',
      ],
    }
  },
})

export const peers: readonly Peer[] = [
  {
    id: 'native-go',
    title: `native Go, function-sdk-go ${versions.goSdk}`,
    program: async definitions => {
      const program = await buildNative(nativeGo(definitions), versions.goSdk)
      return { name: 'native-go', command: (port, certificates) => [program, `127.0.0.1:${port}`, certificates] }
    },
  },
  {
    id: 'python',
    title: `Python, function-sdk-python ${versions.pythonSdk}`,
    program: async (definitions, folder) => {
      const interpreter = await pythonWith(versions.pythonSdk)
      const main = join(folder, 'function.py')
      await writeFile(main, python(definitions))
      return { name: 'python', command: (port, certificates) => [interpreter, main, `127.0.0.1:${port}`, certificates] }
    },
  },
  released(
    'go-templating',
    {
      name: 'function-go-templating',
      module: 'github.com/crossplane-contrib/function-go-templating',
      version: versions.goTemplating,
    },
    definition => goTemplating(definition, apiVersion),
  ),
  released(
    'patch-and-transform',
    {
      name: 'function-patch-and-transform',
      module: 'github.com/crossplane-contrib/function-patch-and-transform',
      version: versions.patchAndTransform,
    },
    patchAndTransform,
  ),
]
