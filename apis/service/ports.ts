import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, portNumber, rules, text } from '../blocks/values.ts'

export const visibilities = ['Private', 'Team', 'Internal', 'Public'] as const
export type Visibility = (typeof visibilities)[number]

/** The name of a port. */
export const portName = (description: string) => text(15, { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', description })

/** A port that the container listens on, under the same number in the service's address. */
export const port = Type.Object({
  name: portName('Its name, such as http. Other fields refer to it.'),
  port: portNumber('The number that the program listens on.'),
  protocol: Type.Optional(choice(['TCP', 'UDP'], { description: 'Default: TCP.' })),
  appProtocol: Type.Optional(
    choice(['HTTP', 'HTTP2', 'GRPC', 'TCP'], {
      description: 'What is spoken on it; gateways and meshes want to know. Default: HTTP for a port named http.',
    }),
  ),
  visibility: Type.Optional(
    choice(visibilities, {
      description:
        'Who may connect. Private: those in networking.allowFrom. Team: this namespace and others of the team. Internal: the whole cluster. Public: the gateway as well. Default: Team.',
    }),
  ),
})

export type Port = Static<typeof port>

const seconds = (description: string, maximum = 3600) =>
  Type.Optional(Type.Integer({ minimum: 1, maximum, description }))

/** How it is found out whether the container is well. */
const probe = (description: string) =>
  Type.Object(
    {
      path: Type.Optional(
        text(256, {
          pattern: '^/\\S*$',
          description: 'A path that answers with 200 to 399. Default: only the port is tried.',
        }),
      ),
      grpc: Type.Optional(choice(['Health'], { description: 'Ask grpc.health.v1 on the port in place of a path.' })),
      portName: Type.Optional(portName('A port of this service. Default: the first.')),
      command: Type.Optional(
        Type.Array(text(1024, { description: 'A word.' }), {
          minItems: 1,
          maxItems: 16,
          description: 'A command that ends with 0, in place of a port.',
        }),
      ),
      initialDelaySeconds: seconds('Seconds before the first try.'),
      periodSeconds: seconds('Seconds between two tries.'),
      timeoutSeconds: seconds('Seconds for an answer.', 300),
      failureThreshold: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 600, description: 'How many failures in a row count.' }),
      ),
    },
    {
      description,
      ...rules({
        rule: '[has(self.path), has(self.grpc), has(self.command)].filter(given, given).size() <= 1',
        message: 'give one of path, grpc and command',
        fieldPath: '.path',
      }),
    },
  )

export const probes = Type.Object(
  {
    readiness: Type.Optional(probe('Whether it takes requests. Default: the runtime’s, or that the port is open.')),
    liveness: Type.Optional(probe('Whether it has to be restarted. Default: the runtime’s, or that the port is open.')),
    startup: Type.Optional(
      probe('Whether it has started: until then the others wait. Default: the readiness probe, for two minutes.'),
    ),
  },
  { description: 'How it is found out whether the service is well.' },
)

export type Probe = Static<ReturnType<typeof probe>>
export type Probes = Static<typeof probes>
