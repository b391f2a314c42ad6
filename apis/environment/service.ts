import * as Type from 'typebox'
import type { Static } from 'typebox'
import { label, namedList } from '../blocks/values.ts'
import { environmentVariable, image, resources } from '../service/container.ts'
import { serviceDatabase } from '../service/databases.ts'
import { port } from '../service/ports.ts'
import { replicas } from '../service/scaling.ts'

/** An XService that is made with its environment: the part of its fields that environments are written in. */
export const environmentService = Type.Object({
  name: label({ description: 'The XService’s name, and its address. Renaming makes another one.' }),
  spec: Type.Optional(
    Type.Object(
      {
        image: Type.Optional(image('The image. Default: what the platform’s registry names after the service.')),
        runtime: Type.Optional(label({ description: 'A runtime class of the platform.' })),
        replicas: Type.Optional(replicas),
        resources: Type.Optional(resources),
        ports: Type.Optional(
          Type.Array(port, { maxItems: 4, description: 'What it listens on. Default: http on 8080.', ...namedList }),
        ),
        databases: Type.Optional(
          Type.Array(serviceDatabase, {
            maxItems: 3,
            description: 'Databases that it uses: its own, or by ref one of the environment’s.',
            ...namedList,
          }),
        ),
        env: Type.Optional(
          Type.Array(environmentVariable, { maxItems: 16, description: 'Environment variables.', ...namedList }),
        ),
      },
      { description: 'What is asked of it, as in an XService. Default: what an XService has by default.' },
    ),
  ),
})

export type EnvironmentService = Static<typeof environmentService>
