import * as Type from 'typebox'
import type { Static } from 'typebox'
import { lifecycleDefaults } from '../blocks/lifecycle.ts'
import { placementFields } from '../blocks/placement.ts'
import { podSecurity } from '../blocks/pod-security.ts'
import { resourceQuota } from '../blocks/resource-quota.ts'
import { advanced, choice, label, namedList, order, rules, text } from '../blocks/values.ts'
import type { ApiKind } from '../kind.ts'
import { environmentTypes } from '../platform/classes.ts'
import { access } from './access.ts'
import { environmentAccounts } from './accounts.ts'
import { cloneFrom } from './clone.ts'
import { environmentClaimDefaults } from './defaults.ts'
import { environmentDatabase } from './database.ts'
import { environmentService } from './service.ts'
import { limits } from './limits.ts'
import { networking } from './networking.ts'
import { environmentStatus } from './status.ts'

const marks = (description: string, value: ReturnType<typeof text>) =>
  Type.Optional(Type.Record(Type.String(), value, { maxProperties: 20, description }))

const labelValue = text(63, {
  pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$',
  description: 'Value.',
})

const namespace = Type.Object(
  {
    mode: choice(['Create', 'Existing'], {
      default: 'Create',
      description:
        'Create makes the Namespace, and deletes it with the environment. Existing furnishes one that is there and labelled for it, and never deletes it.',
      ...rules({
        rule: 'self == oldSelf',
        message: "mode can't change: the Namespace would change hands. Create a second environment and move there.",
      }),
    }),
    labels: marks('Labels of the Namespace, besides ours.', labelValue),
    annotations: marks('Annotations of the Namespace.', text(1024, { description: 'Value.' })),
  },
  {
    default: {},
    description: 'The Namespace, which has the environment’s name.',
    ...rules({
      rule: "self.mode != 'Existing' || (!has(self.labels) && !has(self.annotations))",
      message: 'the Namespace is somebody else’s: whoever owns it sets its labels and annotations',
      fieldPath: '.mode',
    }),
  },
)

const lifecycle = Type.Object(
  {
    ...lifecycleDefaults,
    state: Type.Optional(
      choice(['Active', 'Suspended'], {
        description:
          'Suspended sleeps now, Active is awake now, whatever the schedule says. Default: as the schedule says.',
      }),
    ),
  },
  { description: 'How long it lives, and when it sleeps: databases in it are stopped where the provider can.' },
)

export const environmentSpec = Type.Object(
  {
    type: choice(environmentTypes, {
      default: 'Development',
      description: 'What it is for. The platform’s defaults follow from it; Production is protected from deletion.',
      ...order(1),
    }),
    displayName: Type.Optional(text(80, { description: 'What people call it.', ...order(2) })),
    team: Type.Optional(
      label({ description: 'The team that it belongs to; a label of all that is in it.', ...order(3) }),
    ),
    cloneFrom: Type.Optional({ ...cloneFrom, ...order(4), ...advanced }),
    databases: Type.Optional(
      Type.Array(environmentDatabase, {
        maxItems: 8,
        description: 'Databases that are made with it.',
        ...namedList,
        ...order(5),
      }),
    ),
    services: Type.Optional(
      Type.Array(environmentService, {
        maxItems: 12,
        description: 'Services that are made with it.',
        ...namedList,
        ...order(6),
      }),
    ),
    defaults: Type.Optional({ ...environmentClaimDefaults, ...order(7) }),
    placement: Type.Optional(
      Type.Object(placementFields, {
        description: 'Where claims in it live that do not say otherwise. Those that exist stay where they are.',
        ...order(8),
        ...advanced,
      }),
    ),
    providers: Type.Optional({ ...environmentAccounts, ...order(9), ...advanced }),
    access: Type.Optional(
      Type.Array(access, { maxItems: 32, description: 'Who may do what in it.', ...namedList, ...order(10) }),
    ),
    lifecycle: Type.Optional({ ...lifecycle, ...order(11) }),
    networking: Type.Optional({ ...networking, ...order(12), ...advanced }),
    quota: Type.Optional({ ...resourceQuota, ...order(13), ...advanced }),
    limits: Type.Optional({ ...limits, ...order(14), ...advanced }),
    podSecurity: Type.Optional({ ...podSecurity, ...order(15), ...advanced }),
    namespace: { ...namespace, ...order(16), ...advanced },
    deletion: Type.Optional(
      Type.Object(
        {
          protection: Type.Optional(
            choice(['Enabled', 'Disabled'], {
              description: 'While Enabled, deleting the environment is refused. Default: Enabled in Production.',
            }),
          ),
        },
        { description: 'What deleting the environment does.', ...order(17), ...advanced },
      ),
    ),
  },
  { description: 'What the platform team asks for.' },
)

export type EnvironmentSpec = Static<typeof environmentSpec>

export const environment: ApiKind = {
  kind: 'XEnvironment',
  singular: 'xenvironment',
  plural: 'xenvironments',
  shortNames: ['xenv'],
  scope: 'Cluster',
  description: 'A namespace with everything that makes it an environment: limits, network, access, databases.',
  spec: environmentSpec,
  status: environmentStatus,
  rules: [
    {
      rule: "!(self.metadata.name == 'default' || self.metadata.name.startsWith('kube-') || self.metadata.name.startsWith('crossplane-'))",
      message: 'the name belongs to Kubernetes or Crossplane: choose another',
    },
    {
      rule: "!self.metadata.name.contains('.')",
      message: 'a Namespace’s name has no dots: choose another',
    },
    {
      rule: '!has(self.spec.cloneFrom) || self.spec.cloneFrom.environment != self.metadata.name',
      message: 'it can’t be made after itself',
      fieldPath: '.spec.cloneFrom.environment',
    },
  ],
  columns: [
    { name: 'TYPE', type: 'string', jsonPath: '.spec.type' },
    { name: 'TEAM', type: 'string', jsonPath: '.spec.team' },
    { name: 'NAMESPACE', type: 'string', jsonPath: '.status.namespace' },
    { name: 'STATE', type: 'string', jsonPath: '.status.state' },
    { name: 'EXPIRES', type: 'string', jsonPath: '.status.expiresAt', priority: 1 },
    { name: 'ISOLATION', type: 'string', jsonPath: '.status.effective.isolation', priority: 1 },
  ],
  providers: [],
}
