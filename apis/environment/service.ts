import * as Type from 'typebox'
import type { Static } from 'typebox'
import { boundFields } from '../bindables.ts'
import { label, namedList } from '../blocks/values.ts'
import { environmentVariable, image, serviceResources } from '../service/container.ts'
import { ingress } from '../service/ingress.ts'
import { port } from '../service/ports.ts'
import { replicas } from '../service/scaling.ts'

/** What of a way in is written here. A claim of its own has more: rate limits, sign-in, headers. */
const environmentIngress = Type.Object(
  Type.Pick(ingress, ['name', 'domain', 'path', 'pathType', 'portName', 'timeoutSeconds']).properties,
  { description: 'What leads to the service from outside of the cluster.' },
)

/** An XService that is made with its environment: the part of its fields that environments are written in. */
export const environmentService = Type.Object({
  name: label({ description: 'The XService’s name, and its address. Renaming makes another one.' }),
  spec: Type.Optional(
    Type.Object(
      {
        image: Type.Optional(image('The image. Default: what the platform’s registry names after the service.')),
        runtime: Type.Optional(label({ description: 'A runtime class of the platform.' })),
        replicas: Type.Optional(replicas),
        resources: Type.Optional(serviceResources),
        ports: Type.Optional(
          Type.Array(port, { maxItems: 4, description: 'What it listens on. Default: http on 8080.', ...namedList }),
        ),
        ...boundFields(3),
        networking: Type.Optional(
          Type.Object(
            {
              ingress: Type.Array(environmentIngress, {
                maxItems: 4,
                description: 'What leads to it from outside of the cluster.',
                ...namedList,
              }),
            },
            { description: 'Who connects to it.' },
          ),
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
