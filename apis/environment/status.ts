import * as Type from 'typebox'
import type { Static } from 'typebox'
import { commonStatus, origins } from '../blocks/status.ts'
import { text } from '../blocks/values.ts'

const moment = (description: string) => Type.Optional(text(32, { description }))
const amount = (description: string) => Type.Optional(text(12, { description }))

const effective = Type.Object(
  {
    isolation: text(16, { description: 'Who connects to its pods.' }),
    egress: text(16, { description: 'Where its pods connect to.' }),
    domain: Type.Optional(text(253, { description: 'Below which its services get their domains.' })),
    allowedDomains: Type.Optional(
      Type.Array(text(253, { description: 'A domain.' }), {
        maxItems: 16,
        description: 'Domains that its services may use besides.',
      }),
    ),
    podSecurity: Type.Object(
      {
        level: text(16, { description: 'What pods may do.' }),
        mode: text(16, { description: 'Whether others are refused.' }),
      },
      { description: 'Pod security.' },
    ),
    quota: Type.Object(
      {
        cpu: amount('CPU.'),
        memory: amount('Memory.'),
        storage: amount('Disk.'),
        pods: amount('Pods.'),
        loadBalancers: amount('Load balancers.'),
        databases: amount('XDatabases.'),
      },
      { description: 'What all of it may use together.' },
    ),
    deletion: Type.Object(
      { protection: text(16, { description: 'Whether deleting it is refused.' }) },
      { description: 'Deletion.' },
    ),
    lifecycle: Type.Optional(
      Type.Object(
        {
          ttl: Type.Optional(text(5, { description: 'How long it lives.' })),
          expireAction: Type.Optional(text(16, { description: 'What happens then.' })),
          schedule: Type.Optional(
            Type.Object(
              {
                suspend: text(64, { description: 'When it goes to sleep.' }),
                resume: text(64, { description: 'When it wakes.' }),
                timeZone: text(64, { description: 'Whose clocks are meant.' }),
              },
              { description: 'When it sleeps.' },
            ),
          ),
        },
        { description: 'How long it lives, and when it sleeps.' },
      ),
    ),
    origins,
  },
  { description: 'What was decided for everything that is left open.' },
)

const database = Type.Object({
  name: text(63, { description: 'Its name.' }),
  ready: Type.Enum(['True', 'False'], { type: 'string', description: 'Whether it is ready.' }),
  secretName: Type.Optional(text(253, { description: 'The Secret with its connection details, once complete.' })),
  seed: Type.Optional(
    text(16, {
      description:
        'How far its seed is: Awaited, Started, Loaded, Failed, Unknown where its Job is gone before its end was seen, or Skipped where the database was there before.',
    }),
  ),
})

const service = Type.Object({
  name: text(63, { description: 'Its name.' }),
  ready: Type.Enum(['True', 'False'], { type: 'string', description: 'Whether it is ready.' }),
  image: Type.Optional(text(512, { description: 'The image that runs.' })),
})

export const environmentStatus = Type.Object({
  resources: commonStatus.resources,
  links: commonStatus.links,
  effective: Type.Optional(effective),
  namespace: Type.Optional(text(63, { description: 'The Namespace, once it is there.' })),
  state: Type.Optional(text(16, { description: 'Active, Suspended or Expired.' })),
  expiresAt: moment('When its time is over.'),
  nextSuspendTime: moment('When it goes to sleep next.'),
  nextResumeTime: moment('When it wakes next.'),
  serviceAccount: Type.Optional(
    text(63, { description: 'A ServiceAccount for pods that ask nothing of Kubernetes: no token is mounted.' }),
  ),
  services: Type.Optional(Type.Array(service, { maxItems: 12, description: 'The services that were made with it.' })),
  databases: Type.Optional(Type.Array(database, { maxItems: 8, description: 'The databases that were made with it.' })),
})

export type EnvironmentStatus = Static<typeof environmentStatus>
