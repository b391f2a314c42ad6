import * as Type from 'typebox'
import { text } from './values.ts'

const link = Type.Object({
  title: text(80, { description: 'What the link leads to.' }),
  url: text(512, { description: 'Where it leads.' }),
})

const resource = Type.Object({
  key: text(80, { description: 'The resource’s role in this claim.' }),
  kind: text(63, { description: 'Its Kubernetes kind.' }),
  externalName: Type.Optional(text(512, { description: 'Its name in the provider’s own console.' })),
  ready: Type.Enum(['True', 'False'], { type: 'string', description: 'Whether it is ready.' }),
  message: Type.Optional(text(512, { description: 'What it is waiting for, in the provider’s words.' })),
})

const deviation = Type.Object({
  field: text(128, { description: 'The field, or the default, that is not honoured in full.' }),
  reason: text(512, { description: 'What happens instead, and why.' }),
})

/** The status that every kind has. */
export const commonStatus = {
  placement: Type.Optional(
    Type.Object(
      {
        provider: text(40, { description: 'The provider that runs it.' }),
        region: Type.Optional(text(40, { description: 'The region it runs in.' })),
        account: Type.Optional(text(16, { description: 'Environment, where its account is the XEnvironment’s own.' })),
      },
      { description: 'Where the resources live. It never changes.' },
    ),
  ),
  resources: Type.Optional(
    Type.Array(resource, { maxItems: 60, description: 'Everything that this claim is made of.' }),
  ),
  links: Type.Optional(Type.Array(link, { maxItems: 16, description: 'Where to look and whom to ask.' })),
  deviations: Type.Optional(
    Type.Array(deviation, { maxItems: 32, description: 'What the provider honours only in part.' }),
  ),
}

/** Who decided what stands beside it. */
export const origins = Type.Record(Type.String(), text(20, { description: 'Who decided it.' }), {
  maxProperties: 40,
  description:
    'Who decided each of these: claim, composition, environment, environment type, platform, built in; existing, where a new default leaves what is there as it is; or cloned, from the environment in cloneFrom.',
})

/** A servicebinding.io “provisioned service”: the Secret that holds the connection details. */
export const binding = Type.Object(
  { name: text(253, { description: 'The Secret’s name.' }) },
  { description: 'The Secret with the connection details, once it is complete (servicebinding.io).' },
)
