import { describe, expect, it } from 'vitest'
import type { PlatformSpec } from '../../../apis/platform/schema.ts'
import type { ServiceSpec } from '../../../apis/service/schema.ts'
import { podTemplate } from '../../../functions/kinds/service/pod/template.ts'
import { job } from '../../../functions/kinds/service/job.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { listAt, objectAt } from '../../../functions/runtime/read.ts'
import { environmentClaim } from '../../harness/claims.ts'
import { full, refusalsOf, resourceOf, serviceOf } from './fixtures.ts'

const podSecurity = { level: 'Baseline', reason: 'it starts as root' } as const
const rooted: Partial<ServiceSpec> = { security: { podSecurity } }

const policy = (baselinePods: 'Deny' | 'OutsideProduction' | 'Allow', type?: 'Production'): PlatformSpec => ({
  ...full,
  policy: { ...full.policy, baselinePods },
  ...(type && { environmentType: type }),
})
const inside = (spec: JsonObject) => ({ required: { environment: [environmentClaim(spec, { name: 'team-a' })] } })
const denied = ['PodSecurityNotAllowed spec.security.podSecurity.level']

describe('a service that asks for Baseline', () => {
  it.each([
    ['where the platform says nothing', { ...full, policy: {} }, denied],
    ['where the platform denies it', policy('Deny'), denied],
    ['in Production, where it is for elsewhere', policy('OutsideProduction', 'Production'), denied],
    ['outside of Production', policy('OutsideProduction'), []],
    ['in Production, where that is allowed', policy('Allow', 'Production'), []],
  ] as const)('is judged by the platform: %s', (_, platform, refusals) => {
    expect(refusalsOf(rooted, platform)).toEqual(refusals)
  })

  it.each<[string, JsonObject, readonly string[]]>([
    ['admits Restricted because nobody says otherwise', {}, denied],
    ['admits Baseline', { podSecurity: { level: 'Baseline' } }, []],
    ['admits everything', { podSecurity: { level: 'Privileged' } }, []],
    ['only warns', { podSecurity: { mode: 'Warn' } }, []],
  ])('is judged by its namespace, which would refuse every pod: one that %s', (_, spec, refusals) => {
    expect(refusalsOf(rooted, full, inside(spec))).toEqual(refusals)
  })

  it('is not refused while its environment is not looked at, or it would be told so now and then', () => {
    expect(refusalsOf(rooted, full, { required: {} })).toEqual([])
  })

  it('can’t be somebody else as well', () => {
    expect(refusalsOf({ security: { podSecurity, container: { runAsUser: 1000 } } })).toEqual([
      'InvalidCombination spec.security.container.runAsUser',
    ])
  })

  it('says so for everybody to see', () => {
    expect(serviceOf(rooted).deviations).toContainEqual({
      field: 'spec.security.podSecurity.level',
      reason: 'its image may run as root: it starts as root',
    })
  })
})

const proxy = { name: 'proxy', role: 'Sidecar', image: 'registry.example.com/proxy:1' } as const
const withOthers: Partial<ServiceSpec> = {
  ...rooted,
  additionalContainers: [proxy],
  rollout: {
    preDeploy: [
      { name: 'same', command: ['a'] },
      { name: 'other', image: 'registry.example.com/tool:1', command: ['a'] },
    ],
  },
}
const restricted = { runAsNonRoot: true, runAsUser: 10001, capabilities: { drop: ['ALL'] } }

describe('the pods of such a service', () => {
  const service = serviceOf(withOthers)
  const { spec } = podTemplate(service)

  it('run as whom the image says, with what it takes to become another, and no more', () => {
    const own = objectAt(spec?.containers[0], 'securityContext')
    expect(own).toEqual({
      allowPrivilegeEscalation: false,
      privileged: false,
      readOnlyRootFilesystem: true,
      capabilities: {
        drop: ['ALL'],
        add: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'KILL', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'],
      },
    })
    expect(spec?.securityContext).toEqual({
      fsGroup: 10001,
      fsGroupChangePolicy: 'OnRootMismatch',
      seccompProfile: { type: 'RuntimeDefault' },
    })
  })

  it('have sidecars that stay as they are, or one image’s need opens all of the pod', () => {
    expect(spec?.containers[1]?.securityContext).toMatchObject(restricted)
  })

  it('are migrated by jobs of the same image likewise, and by others as ever', () => {
    const [same, other] = service.jobs.map(each => {
      const pod = objectAt(resourceOf(job({ ...service, jobs: [each] }, each)), 'spec', 'template', 'spec')
      return listAt(pod, 'containers')[0]
    })
    expect(objectAt(same, 'securityContext')).not.toHaveProperty('runAsNonRoot')
    expect(objectAt(other, 'securityContext')).toMatchObject(restricted)
  })
})

describe('a port below 1024', () => {
  const sysctls = (port: number) =>
    podTemplate(serviceOf({ ports: [{ name: 'http', port }] })).spec?.securityContext?.sysctls

  it('is open to a user who is not root, or web servers’ own images can’t start', () => {
    expect(sysctls(80)).toEqual([{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }])
    expect(sysctls(1023)).toHaveLength(1)
  })

  it('changes nothing for those who have none', () => {
    expect(sysctls(1024)).toBeUndefined()
  })
})
