import { isMoving } from '../../../settings/images.ts'
import { dataInTheEea, encryptedDatabases } from './data.ts'
import type { Rule } from './rule.ts'
import { encryptedWaysIn } from './ways-in.ts'

export const rules: readonly Rule[] = [
  encryptedDatabases,
  encryptedWaysIn,
  dataInTheEea,
  {
    name: 'closed ports',
    what: 'No port is open to the whole cluster.',
    authority: { pci: 'PCI DSS v4.0.1, requirement 1.3.1', gdpr: 'GDPR Art. 25(2)', hipaa: '45 CFR 164.312(a)(1)' },
    broken: ({ service: { ports } }) =>
      ports
        .filter(({ visibility }) => visibility === 'Internal')
        .map(({ name }) => ({
          path: `spec.ports[${name}].visibility`,
          message:
            'Internal lets in everything in the cluster: write Private or Team, and name others in networking.allowFrom',
        })),
  },
  {
    name: 'read-only program files',
    what: 'Nothing in the container changes its own program.',
    authority: { pci: 'PCI DSS v4.0.1, requirement 2.2.6', soc2: 'TSC CC6.8' },
    broken: ({ service: { rootFilesystem } }) =>
      rootFilesystem === 'ReadOnly'
        ? []
        : [
            {
              path: 'spec.security.container.rootFilesystem',
              message: 'Writable lets a program be changed while it runs: leave it out, and use volumes',
            },
          ],
  },
  {
    name: 'not root',
    what: 'No container runs as root.',
    authority: { pci: 'PCI DSS v4.0.1, requirement 7.2.5', soc2: 'TSC CC6.3' },
    broken: ({ service: { podSecurity } }) =>
      podSecurity === 'Restricted'
        ? []
        : [
            {
              path: 'spec.security.podSecurity.level',
              message:
                'Baseline lets the image run as root: leave it out, and name a user in security.container.runAsUser',
            },
          ],
  },
  {
    name: 'known versions',
    what: 'Every image has a version or a digest, in every environment.',
    authority: { pci: 'PCI DSS v4.0.1, requirement 6.5.1', soc2: 'TSC CC8.1' },
    broken: ({ service: { image, jobs, containers } }) =>
      [
        { path: 'spec.image', image },
        ...containers.map(container => ({
          path: `spec.additionalContainers[${container.name}].image`,
          image: container.image,
        })),
        ...jobs.map(job => ({ path: 'spec.rollout', image: job.image })),
      ]
        .filter(each => isMoving(each.image))
        .map(each => ({
          path: each.path,
          message: `${each.image} may be another program tomorrow: name a version or a digest`,
        })),
  },
  {
    name: 'a second pod',
    what: 'In Production there are at least two pods.',
    authority: { soc2: 'TSC A1.2' },
    broken: ({ service: { environment, scale, suspended } }) =>
      environment === 'Production' && scale.min < 2 && !suspended
        ? [{ path: 'spec.replicas.min', message: 'one pod is away when its node is: ask for two' }]
        : [],
  },
]
