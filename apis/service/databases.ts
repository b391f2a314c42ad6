import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, dataKey, label, objectName, rules, text, variable } from '../blocks/values.ts'
import { begunOnce, inlineDatabase } from '../database/inline.ts'
import { image, words } from './container.ts'

/** How the connection details reach the container. */
export const bind = Type.Object(
  {
    as: Type.Optional(
      choice(['Env', 'Files', 'Both'], {
        description: 'Env: variables. Files: one file a key below /bindings/<name> (servicebinding.io). Default: Env.',
      }),
    ),
    prefix: Type.Optional(
      text(64, {
        pattern: '^[A-Z][A-Z0-9_]*_$',
        description: 'What variables begin with, such as DB_. Default: the name.',
      }),
    ),
    env: Type.Optional(
      Type.Array(
        Type.Object({
          key: dataKey({ description: 'A key of the connection Secret, such as uri.' }),
          name: variable({ description: 'The variable that holds it, in place of the prefixed one.' }),
        }),
        {
          maxItems: 16,
          description: 'Variables under other names.',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['key'],
        },
      ),
    ),
    onChange: Type.Optional(
      choice(['Restart', 'None'], {
        description: 'What happens when a value of it changes, such as a rotated password. Default: Restart.',
      }),
    ),
  },
  { description: 'How the connection details reach the container.' },
)

/** A job that changes the database's schema, once for each image or command, before pods of the new version start. */
const migration = Type.Object(
  {
    image: Type.Optional(image('Its image. Default: the service’s.')),
    command: words('What it runs. It may run again: it has to bear that.'),
    args: Type.Optional(words('Its arguments.')),
    timeoutSeconds: Type.Optional(
      Type.Integer({ minimum: 10, maximum: 86400, description: 'How long it may take. Default: 600.' }),
    ),
  },
  { description: 'A job that changes the database’s schema before pods of a new version start.' },
)

/** A database that is made with the service, or one that is there. */
export const serviceDatabase = Type.Object(
  {
    name: label({
      description:
        'Its name here. A database that is made with the service is the XDatabase <service>-<name>. Renaming makes another one.',
    }),
    ref: Type.Optional(
      Type.Object(
        { name: objectName({ description: 'The XDatabase’s name.' }) },
        { description: 'An XDatabase of the same namespace, which is only used.' },
      ),
    ),
    spec: Type.Optional(inlineDatabase),
    bind: Type.Optional(bind),
    migration: Type.Optional(migration),
  },
  rules(
    begunOnce,
    {
      rule: '!(has(self.ref) && has(self.spec))',
      message: 'give ref for a database that is there, or spec for one to be made, not both',
      fieldPath: '.ref',
    },
    {
      rule: 'has(self.ref) == has(oldSelf.ref) && (!has(self.ref) || self.ref.name == oldSelf.ref.name)',
      message: 'a database can’t be exchanged under its name: add the other one under another name',
      fieldPath: '.ref',
    },
  ),
)

export type Bind = Static<typeof bind>
export type Migration = Static<typeof migration>
export type ServiceDatabase = Static<typeof serviceDatabase>
