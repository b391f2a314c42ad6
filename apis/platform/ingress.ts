import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, label, rules } from '../blocks/values.ts'

export const gatewayImplementations = ['EnvoyGateway', 'Istio', 'NGINXGatewayFabric'] as const
export const ingressImplementations = ['IngressNginx'] as const

const gateway = Type.Object(
  {
    name: label({ description: 'The Gateway.' }),
    namespace: label({ description: 'Its namespace. It has to let in routes of the services’ namespaces.' }),
    sectionName: Type.Optional(label({ description: 'Its listener for HTTPS. Default: all of its listeners.' })),
    httpSectionName: Type.Optional(
      label({ description: 'Its listener for plain HTTP. Default: plain HTTP is not sent to HTTPS.' }),
    ),
  },
  { description: 'The Gateway that services are attached to.' },
)

/** How services are reached from outside of the cluster. */
export const ingress = Type.Object(
  {
    api: choice(['GatewayAPI', 'Ingress'], {
      description: 'How routes are told: gateway.networking.k8s.io, or Ingress.',
    }),
    implementation: Type.Optional(
      choice([...gatewayImplementations, ...ingressImplementations], {
        description:
          'What carries them out. More can be asked for then: docs/reference/capabilities.md. Default: only what all of them can.',
      }),
    ),
    exposure: Type.Optional(
      choice(['Public', 'Private'], {
        description: 'Whether it is reached from the internet: policy.exposures has to allow that. Default: Public.',
      }),
    ),
    certificates: Type.Optional(
      choice(['PerService', 'Shared'], {
        description:
          'Who has the certificates. PerService: each service its own, by integrations.certificates. Shared: the gateway or the ingress controller one for all. Default: PerService.',
      }),
    ),
    gateway: Type.Optional(gateway),
    className: Type.Optional(label({ description: 'The IngressClass. Default: the cluster’s.' })),
  },
  {
    description: 'How services are reached from outside of the cluster. Default: they are not.',
    ...rules(
      {
        rule: "has(self.gateway) == (self.api == 'GatewayAPI')",
        message: 'GatewayAPI needs the gateway, and Ingress has none',
        fieldPath: '.gateway',
      },
      {
        rule: "!has(self.className) || self.api == 'Ingress'",
        message: 'className is for Ingress',
        fieldPath: '.className',
      },
      {
        rule: "!has(self.implementation) || (self.implementation == 'IngressNginx') == (self.api == 'Ingress')",
        message: 'this implementation carries out the other api',
        fieldPath: '.implementation',
      },
    ),
  },
)

export type IngressPlatform = Static<typeof ingress>
