import * as Type from 'typebox'
import type { Static } from 'typebox'
import { boundFields } from '../bindables.ts'
import { compliance } from '../blocks/compliance.ts'
import { override } from '../blocks/overrides.ts'
import { placement, providers } from '../blocks/placement.ts'
import { advanced, choice, label, namedList, order } from '../blocks/values.ts'
import type { ApiKind } from '../kind.ts'
import { additionalContainer, environmentVariable, image, serviceResources, words } from './container.ts'
import { file, volume } from './files.ts'
import { networking } from './networking.ts'
import { observability, tiers } from './observability.ts'
import { port, probes } from './ports.ts'
import { rollout } from './rollout.ts'
import { disruption, replicas, scaling, scheduling } from './scaling.ts'
import { security } from './security.ts'
import { serviceStatus } from './status.ts'

export const serviceSpec = Type.Object(
  {
    image: Type.Optional({
      ...image(
        'The image, such as registry.example.com/shop/api:1.4.2. Default: what the platform’s registry names after the service.',
      ),
      ...order(1),
    }),
    replicas: Type.Optional({ ...replicas, ...order(2) }),
    resources: Type.Optional({ ...serviceResources, ...order(3) }),
    ports: Type.Optional(
      Type.Array(port, {
        maxItems: 12,
        description:
          'What it listens on. Default: http on 8080, or the runtime’s. An empty list: nothing, as for a worker.',
        ...namedList,
        ...order(4),
      }),
    ),
    ...boundFields(6, order(5)),
    runtime: Type.Optional(
      label({
        description: 'A runtime class of the platform, such as nodejs-20: probes, ports, variables.',
        ...order(6),
      }),
    ),
    team: Type.Optional(label({ description: 'The team that it belongs to. Default: the namespace’s.', ...order(7) })),
    env: Type.Optional(
      Type.Array(environmentVariable, {
        maxItems: 64,
        description: 'Environment variables.',
        ...namedList,
        ...order(8),
      }),
    ),
    command: Type.Optional({ ...words('Replaces the image’s entrypoint.'), ...order(9), ...advanced }),
    args: Type.Optional({ ...words('The arguments.'), ...order(10), ...advanced }),
    files: Type.Optional(
      Type.Array(file, {
        maxItems: 16,
        description: 'Files in the container.',
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['path'],
        ...order(11),
        ...advanced,
      }),
    ),
    volumes: Type.Optional(
      Type.Array(volume, { maxItems: 8, description: 'Folders to write to.', ...namedList, ...order(12), ...advanced }),
    ),
    probes: Type.Optional({ ...probes, ...order(13), ...advanced }),
    additionalContainers: Type.Optional(
      Type.Array(additionalContainer, {
        maxItems: 6,
        description: 'Further containers of each pod.',
        ...namedList,
        ...order(14),
        ...advanced,
      }),
    ),
    scaling: Type.Optional({ ...scaling, ...order(15), ...advanced }),
    scheduling: Type.Optional({ ...scheduling, ...order(16), ...advanced }),
    disruption: Type.Optional({ ...disruption, ...order(17), ...advanced }),
    rollout: Type.Optional({ ...rollout, ...order(18), ...advanced }),
    networking: Type.Optional({ ...networking, ...order(19), ...advanced }),
    observability: Type.Optional({ ...observability, ...order(20), ...advanced }),
    security: Type.Optional({ ...security, ...order(21), ...advanced }),
    state: Type.Optional(
      choice(['Active', 'Suspended'], {
        description: 'Suspended: no pods, everything else stays. Default: Active.',
        ...order(22),
        ...advanced,
      }),
    ),
    placement: Type.Optional({ ...placement, ...order(23), ...advanced }),
    compliance: Type.Optional({ ...compliance, ...order(24), ...advanced }),
    deletion: Type.Optional(
      Type.Object(
        {
          protection: Type.Optional(
            choice(['Enabled', 'Disabled'], {
              description:
                'While Enabled, deleting the service is refused. A protected database of its own protects it as well. Default: Disabled.',
            }),
          ),
        },
        { description: 'What deleting the service does.', ...order(25), ...advanced },
      ),
    ),
    overrides: Type.Optional(
      Type.Array(override, {
        maxItems: 8,
        description: 'Changes of what is composed, after everything else, where the platform allows them.',
        'x-kubernetes-list-type': 'atomic',
        ...order(26),
        ...advanced,
      }),
    ),
    tier: Type.Optional(
      choice(tiers, {
        description:
          'How much depends on it, Tier1 most: how bad its alerts are, and what its objectives are by default. Default: Tier3.',
        ...order(27),
        ...advanced,
      }),
    ),
  },
  { description: 'What the developer asks for.' },
)

export type ServiceSpec = Static<typeof serviceSpec>

export const service: ApiKind = {
  kind: 'XService',
  singular: 'xservice',
  plural: 'xservices',
  shortNames: ['xsvc'],
  scope: 'Namespaced',
  description: 'A program that runs for ever: its pods, its address, its databases, and who may connect.',
  spec: serviceSpec,
  status: serviceStatus,
  rules: [
    {
      rule: "self.metadata.name.matches('^[a-z]([-a-z0-9]{0,48}[a-z0-9])?$')",
      message:
        'the name becomes an address: at most 50 lower-case letters, digits and hyphens, beginning with a letter',
    },
  ],
  scale: { spec: '.spec.replicas.min', status: '.status.replicas', selector: '.status.selector' },
  columns: [
    { name: 'IMAGE', type: 'string', jsonPath: '.status.image' },
    { name: 'REPLICAS', type: 'integer', jsonPath: '.status.replicas' },
    { name: 'URL', type: 'string', jsonPath: '.status.url' },
    { name: 'RUNTIME', type: 'string', jsonPath: '.spec.runtime', priority: 1 },
    { name: 'TEAM', type: 'string', jsonPath: '.spec.team', priority: 1 },
  ],
  providers,
}
