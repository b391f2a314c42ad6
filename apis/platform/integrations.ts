import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, label, namedList, objectName, text } from '../blocks/values.ts'
import { dashboards, monitoring, tracing } from './observability.ts'

/** What scales beyond CPU and memory. */
const autoscaling = Type.Object(
  {
    engine: choice(['KEDA'], { description: 'What is installed.' }),
    prometheusUrl: Type.Optional(
      text(512, {
        pattern: '^https?://\\S+$',
        description: 'Where metrics are asked for. Default: services can’t scale by queries.',
      }),
    ),
  },
  { description: 'What scales services by more than CPU and memory.' },
)

const certificates = Type.Object(
  {
    engine: choice(['CertManager'], { description: 'What is installed.' }),
    issuers: Type.Array(
      Type.Object({
        name: objectName({ description: 'Its name, which claims may use.' }),
        kind: Type.Optional(
          choice(['ClusterIssuer', 'Issuer'], {
            description: 'ClusterIssuer, or an Issuer in each namespace. Default: ClusterIssuer.',
          }),
        ),
      }),
      { minItems: 1, maxItems: 8, description: 'Who issues. The first unless a claim says otherwise.', ...namedList },
    ),
  },
  { description: 'Who issues certificates for the domains of services.' },
)

const identityProvider = Type.Object({
  name: label({ description: 'The name that claims use, such as staff.' }),
  issuer: text(253, { pattern: '^https://\\S+$', description: 'The issuer, as it stands in its tokens.' }),
  jwksUrl: text(512, { pattern: '^https://\\S+$', description: 'Where its keys are.' }),
})

/** What is installed in the cluster besides. What needs something that is not declared is refused, never composed blindly. */
export const integrations = Type.Object(
  {
    autoscaling: Type.Optional(autoscaling),
    monitoring: Type.Optional(monitoring),
    dashboards: Type.Optional(dashboards),
    tracing: Type.Optional(tracing),
    certificates: Type.Optional(certificates),
    identityProviders: Type.Optional(
      Type.Array(identityProvider, {
        maxItems: 8,
        description: 'Who tells a gateway who asks (OpenID Connect). Claims choose among these; the first by default.',
        ...namedList,
      }),
    ),
  },
  { description: 'What is installed in the cluster for services to use.' },
)

export type Integrations = Static<typeof integrations>
export type IdentityProvider = Static<typeof identityProvider>
