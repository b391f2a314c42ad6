import type { Container, PodSpec } from '../../pod/container.ts'
import { containerSecurity, withoutPrivileges } from '../../pod/security.ts'
import type { Service } from '../service.ts'

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
