import * as Type from 'typebox'
import { choice, label, objectName, rules, text } from '../blocks/values.ts'

/** How the gateway finds out who asks, before the service sees the request. */
export const auth = Type.Object(
  {
    mode: choice(['Basic', 'JWT', 'OIDC'], {
      description:
        'Basic: a name and a password out of secretName. JWT: a token of the provider in the header Authorization. OIDC: the provider’s login page.',
    }),
    secretName: Type.Optional(
      objectName({
        description:
          'A Secret of the same namespace. Basic: a htpasswd file, under the key that the gateway reads (docs/reference/capabilities.md). OIDC: the client’s secret, under client-secret.',
      }),
    ),
    provider: Type.Optional(
      label({ description: 'JWT and OIDC: one of the platform’s identity providers. Default: its first.' }),
    ),
    audiences: Type.Optional(
      Type.Array(text(253, { pattern: '^\\S+$', description: 'An audience.' }), {
        minItems: 1,
        maxItems: 8,
        description: 'JWT: for whom tokens have to be made, one of these.',
        'x-kubernetes-list-type': 'set',
      }),
    ),
    clientId: Type.Optional(text(253, { pattern: '^\\S+$', description: 'OIDC: as the provider knows the service.' })),
  },
  {
    description: 'Who may ask.',
    ...rules(
      {
        rule: "has(self.secretName) == (self.mode != 'JWT')",
        message: 'Basic and OIDC need a secretName, and JWT has none',
        fieldPath: '.secretName',
      },
      {
        rule: "has(self.clientId) == (self.mode == 'OIDC')",
        message: 'OIDC needs the clientId, and nothing else has one',
        fieldPath: '.clientId',
      },
      {
        rule: "has(self.audiences) == (self.mode == 'JWT')",
        message: 'JWT needs audiences, or a token for any other service opens this one; nothing else has any',
        fieldPath: '.audiences',
      },
      {
        rule: "!has(self.provider) || self.mode != 'Basic'",
        message: 'Basic asks no provider',
        fieldPath: '.provider',
      },
    ),
  },
)
