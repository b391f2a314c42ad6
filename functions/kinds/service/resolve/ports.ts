import type { Runtime } from '../../../../apis/platform/workloads.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import type { ServicePort } from '../service.ts'

/** What Kubernetes calls the protocols that gateways want to know of (“Application protocol” in its documentation of Services). */
const appProtocols = { HTTP: 'http', HTTP2: 'kubernetes.io/h2c', GRPC: 'grpc', TCP: 'tcp' } as const

export const portsOf = (asked: ServiceSpec['ports'], runtime: Runtime | undefined): readonly ServicePort[] =>
  (asked ?? [{ name: 'http', port: runtime?.port ?? 8080 }]).map(
    ({ name, port, protocol = 'TCP', appProtocol, visibility = 'Team' }) => {
      const spoken = appProtocol ?? (name === 'http' ? 'HTTP' : undefined)
      return { name, port, protocol, appProtocol: spoken && appProtocols[spoken], visibility }
    },
  )

/** A number that is there twice, and whatever names a port that is not there. */
export const portRefusals = (
  ports: readonly ServicePort[],
  { probes = {}, networking = {} }: ServiceSpec,
): readonly Refusal[] => {
  const names = ports.map(({ name }) => name)
  const known = (path: string, name: string | undefined): readonly Refusal[] =>
    name === undefined || names.includes(name)
      ? []
      : [refuse('UnknownPort', path, `there is no port "${name}"; ${listed(names)}`)]
  return [
    ...ports.flatMap(({ name, port, protocol }, index) => {
      const twin = ports.slice(0, index).find(other => other.port === port && other.protocol === protocol)
      return twin
        ? [refuse('InvalidCombination', `spec.ports[${name}].port`, `${port} is the port ${twin.name} already`)]
        : []
    }),
    ...Object.entries(probes).flatMap(([kind, probe]) => {
      const path = `spec.probes.${kind}`
      if (probe.command || names.length > 0) return known(`${path}.portName`, probe.portName)
      return [refuse('UnknownPort', path, 'the service listens on no port: give a command')]
    }),
    ...(networking.ingress ?? []).flatMap(({ name, portName }) => {
      const path = `spec.networking.ingress[${name}].portName`
      return names.length > 0 || portName !== undefined
        ? known(path, portName)
        : [refuse('UnknownPort', path, 'the service listens on no port: give it one in ports')]
    }),
    ...(networking.allowFrom ?? []).flatMap(({ name, portName }) =>
      known(`spec.networking.allowFrom[${name}].portName`, portName),
    ),
  ]
}

const listed = (names: readonly string[]): string =>
  names.length > 0 ? `there are ${names.join(', ')}` : 'there are none'
