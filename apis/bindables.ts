import * as Type from 'typebox'
import { begunOnce, inlineDatabase } from './database/inline.ts'
import { boundField, type BindableField } from './service/bound.ts'
import { migration } from './service/migration.ts'

/**
 * What services bind to, by the field of their spec. A kind is added here and in `functions/kinds/bindables.ts`: XService itself knows
 * none of them.
 */
export const bindables = {
  databases: {
    kind: 'XDatabase',
    what: 'database',
    description: 'Databases that it uses: its own, or by ref others of its namespace.',
    spec: inlineDatabase,
    more: { migration: Type.Optional(migration) },
    rules: [begunOnce],
  },
} as const satisfies Readonly<Record<string, BindableField>>

export type BindableFields = typeof bindables

/**
 * Their fields in a schema.
 *
 * @param most how many of each there may be
 */
export const boundFields = (most: number, options: object = {}) =>
  ({ databases: boundField(bindables.databases, most, options) }) satisfies Readonly<
    Record<keyof BindableFields, unknown>
  >
