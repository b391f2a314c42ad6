import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, label, namedList, objectName, portNumber, set, text, variable } from '../blocks/values.ts'

export const languages = ['NodeJS', 'Python', 'Java', 'DotNet', 'Go', 'Other'] as const
export type Language = (typeof languages)[number]

const path = (description: string) => Type.Optional(text(256, { pattern: '^/\\S*$', description }))

/** What a runtime's name means: what services of it have in common. */
export const runtime = Type.Object(
  {
    name: label({ description: 'The name that claims use, such as nodejs-20.' }),
    language: choice(languages, { description: 'The language, by which it is instrumented.' }),
    port: Type.Optional(portNumber('The port that it listens on. Default: 8080.')),
    readinessPath: path('The path that tells whether it takes requests. Default: only the port is tried.'),
    livenessPath: path('The path that tells whether it has to be restarted. Default: only the port is tried.'),
    metricsPath: path('Where its metrics are. Default: /metrics.'),
    startupSeconds: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1800, description: 'How long it may take to start. Default: 120.' }),
    ),
    env: Type.Optional(
      Type.Array(
        Type.Object({
          name: variable({ description: 'The variable’s name.' }),
          value: text(1024, { description: 'Its value.' }),
        }),
        { maxItems: 16, description: 'Variables of every service of it.', ...namedList },
      ),
    ),
  },
  { description: 'A runtime class.' },
)

/** Where images come from. */
export const registry = Type.Object(
  {
    imageTemplate: Type.Optional(
      text(256, {
        pattern: '^[a-z0-9{}./:_-]+$',
        description:
          'The image of services that name none, such as registry.example.com/{namespace}/{name}:stable. Default: they have to name one.',
      }),
    ),
    allowed: Type.Optional(
      Type.Array(
        text(256, {
          pattern: '^[a-z0-9][a-z0-9._:/-]*$',
          description: 'A registry, or a path in one, such as registry.example.com/shop.',
        }),
        { maxItems: 32, description: 'Images have to be below one of these. Default: from anywhere.', ...set },
      ),
    ),
    pullSecretName: Type.Optional(
      objectName({ description: 'The Secret, in each namespace, by which nodes pull. Default: none.' }),
    ),
  },
  { description: 'Where images come from.' },
)

export type Runtime = Static<typeof runtime>
