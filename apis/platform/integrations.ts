import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, label, namedList, objectName, rules, text } from '../blocks/values.ts'
import { dashboards, monitoring, tracing } from './observability.ts'

/** A cloud's queues, which KEDA looks at as whoever its own pods are there. */
const queues = Type.Object(
  {
    provider: choice(['AWS', 'GCP', 'Azure'], { description: 'The cloud.' }),
    serviceBusNamespace: Type.Optional(
      text(50, {
        pattern: '^[A-Za-z][-A-Za-z0-9]{4,48}[A-Za-z0-9]$',
        description: 'Azure: the Service Bus namespace that the queues are in, such as acme-orders.',
      }),
    ),
  },
  rules({
    rule: "(self.provider == 'Azure') == has(self.serviceBusNamespace)",
    message: 'serviceBusNamespace is for Azure, which needs it',
    fieldPath: '.serviceBusNamespace',
  }),
)

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
    queues: Type.Optional(
      Type.Array(queues, {
        maxItems: 3,
        description:
          'Clouds on which KEDA’s own pods have an identity that may see how long queues are. Default: services scale by no cloud’s queues.',
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['provider'],
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
