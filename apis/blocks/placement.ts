import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, rules, text } from './values.ts'

/** Where a claim can become real. The order is the order in which docs and messages list them. */
export const providers = ['AWS', 'GCP', 'Azure', 'Kubernetes'] as const
export type Provider = (typeof providers)[number]

const fixed = (field: string) => ({
  rule: `!has(oldSelf.${field}) || !has(self.${field}) || self.${field} == oldSelf.${field}`,
  message: `${field} can't change: data would have to move. Create a second claim there and copy the data.`,
  fieldPath: `.${field}`,
})

export const placementFields = {
  provider: Type.Optional(choice(providers, { description: 'The provider that runs it. Default: the platform’s.' })),
  region: Type.Optional(
    text(40, {
      pattern: '^[a-z][a-z0-9-]*$',
      description: 'A region that the platform team has opened for the provider. Default: the platform’s.',
    }),
  ),
}

/** Where the resources of a claim live. Normally left out: the platform team has chosen. */
export const placement = Type.Object(placementFields, {
  description: 'Where the resources live. Fixed once they exist.',
  ...rules(fixed('provider'), fixed('region')),
})

export type Placement = Static<typeof placement>
