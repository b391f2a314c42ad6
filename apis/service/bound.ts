import * as Type from 'typebox'
import type { Static, TObject, TProperties, TSchema } from 'typebox'
import { choice, dataKey, label, namedList, objectName, rules, text, variable, type Rule } from '../blocks/values.ts'

/** How the connection details reach the container. */
const bind = Type.Object(
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

/** A kind that services bind to, as it is written in one. */
export interface BindableField<Spec extends TSchema = TSchema, More extends TProperties = TProperties> {
  readonly kind: string
  /** What one is called: it begins the keys of those that a service makes, and stands in messages. */
  readonly what: string
  readonly description: string
  /** The part of the kind's own fields that is written in a service. */
  readonly spec: Spec
  /** What an item says besides its name, what it is and how it is bound. */
  readonly more: More
  /** What an item keeps to besides. */
  readonly rules: readonly Rule[]
}

/** Which one is meant: one to be made, or one that is there. */
const meant = ({ kind, what }: BindableField) => ({
  name: label({
    description: `Its name here. A ${what} that is made with the service is the ${kind} <service>-<name>. Renaming makes another one.`,
  }),
  ref: Type.Optional(
    Type.Object(
      { name: objectName({ description: `The ${kind}’s name.` }) },
      { description: `An ${kind} of the same namespace, which is only used.` },
    ),
  ),
})

type Item<Spec extends TSchema, More extends TProperties> = Static<TObject<ReturnType<typeof meant>>> & {
  spec?: Static<Spec>
  bind?: Bind
} & Static<TObject<More>>

/**
 * The field of a service's spec that names what of a kind it binds to: made with it, or there already.
 *
 * @param most how many there may be
 */
export const boundField = <Spec extends TSchema, More extends TProperties>(
  row: BindableField<Spec, More>,
  most: number,
  options: object,
) => {
  const { what, description, spec, more, rules: own } = row
  const item = Type.Object(
    { ...meant(row), spec: Type.Optional(spec), bind: Type.Optional(bind), ...more },
    rules(
      ...own,
      {
        rule: '!(has(self.ref) && has(self.spec))',
        message: `give ref for a ${what} that is there, or spec for one to be made, not both`,
        fieldPath: '.ref',
      },
      {
        rule: 'has(self.ref) == has(oldSelf.ref) && (!has(self.ref) || self.ref.name == oldSelf.ref.name)',
        message: `a ${what} can’t be exchanged under its name: add the other one under another name`,
        fieldPath: '.ref',
      },
    ),
  )
  // TypeScript does not see through a spread of what is generic.
  return Type.Optional(
    Type.Unsafe<Item<Spec, More>[]>(Type.Array(item, { maxItems: most, description, ...namedList, ...options })),
  )
}

export type Bind = Static<typeof bind>
