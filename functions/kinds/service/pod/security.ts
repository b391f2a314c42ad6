import type { Service } from '../service.ts'
import type { Container, PodSpec } from './template.ts'

/**
 * What Kubernetes' standard “Restricted” asks of a pod. Nothing in a claim can take it back but `podSecurity`, where the platform allows that:
 * then each container says itself who it is.
 */
export const podSecurity = ({ user, podSecurity: level }: Service): NonNullable<PodSpec['securityContext']> => ({
  ...(level === 'Restricted' && { runAsNonRoot: true, runAsUser: user.id, runAsGroup: user.group }),
  fsGroup: user.group,
  fsGroupChangePolicy: 'OnRootMismatch',
  seccompProfile: { type: 'RuntimeDefault' },
})

/**
 * A port below 1024 is root's, unless the pod's own network says otherwise. Runtimes differ in that, so it is said; it is one of the settings that
 * “Restricted” lets have, and ends at the pod.
 */
export const lowPorts = ({ ports }: Service): Pick<NonNullable<PodSpec['securityContext']>, 'sysctls'> =>
  ports.some(({ port }) => port < 1024)
    ? { sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }] }
    : {}

/** The service's own container, and a job that runs in another one: only in the service's image Baseline holds. */
export const ownSecurity = (service: Service, image: string): NonNullable<Container['securityContext']> => {
  const readOnly = service.rootFilesystem === 'ReadOnly'
  return service.podSecurity === 'Baseline' && image === service.image
    ? baseline(readOnly)
    : containerSecurity(service, readOnly)
}

/** Any other container; it never writes to its image's files. */
export const containerSecurity = (
  { user, podSecurity: level }: Service,
  readOnlyRootFilesystem = true,
): NonNullable<Container['securityContext']> => ({
  ...withoutPrivileges,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem,
  runAsNonRoot: true,
  ...(level === 'Baseline' && { runAsUser: user.id, runAsGroup: user.group }),
})

const withoutPrivileges = { allowPrivilegeEscalation: false, privileged: false } as const

/**
 * As whomever the image says. An entrypoint that starts as root takes its files and a low port, and becomes another user: what that needs, and
 * no more of what the standard “Baseline” lets have.
 */
const baseline = (readOnlyRootFilesystem: boolean): NonNullable<Container['securityContext']> => ({
  ...withoutPrivileges,
  capabilities: {
    drop: ['ALL'],
    add: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'KILL', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'],
  },
  readOnlyRootFilesystem,
})
