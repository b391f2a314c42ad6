import type { Probe } from '../../../../apis/service/ports.ts'
import { present } from '../../../runtime/json.ts'
import type { Container } from '../../pod/container.ts'
import type { Service, ServicePort } from '../service.ts'

type KubernetesProbe = NonNullable<Container['readinessProbe']>

/** Seconds that a program may take to start where nobody says more. */
const startup = 120

/**
 * How Kubernetes finds out whether a container is well. Nothing is tried before it has started; it is taken out of service after three
 * failures, and restarted only after twice as many, so that a pod under load is first spared and not killed.
 */
export const containerProbes = (
  service: Service,
): Pick<Container, 'readinessProbe' | 'livenessProbe' | 'startupProbe'> => {
  const { probes, runtime, ports } = service
  const open = ports.find(({ protocol }) => protocol === 'TCP')
  const readiness = probes.readiness ?? byDefault(runtime?.readinessPath, open)
  const liveness = probes.liveness ?? byDefault(runtime?.livenessPath, open)
  const started = probes.startup ?? readiness
  return present({
    readinessProbe:
      readiness && probe(service, readiness, { periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 3 }),
    livenessProbe: liveness && probe(service, liveness, { periodSeconds: 20, timeoutSeconds: 3, failureThreshold: 6 }),
    startupProbe:
      started &&
      probe(service, probes.startup ?? mechanism(started), {
        periodSeconds: 2,
        timeoutSeconds: 3,
        failureThreshold: Math.ceil((runtime?.startupSeconds ?? startup) / 2),
      }),
  })
}

const byDefault = (path: string | undefined, port: ServicePort | undefined): Probe | undefined =>
  port && present({ path, portName: port.name })

/** What is asked, without how often. */
const mechanism = ({ path, grpc, portName, command }: Probe): Probe => present({ path, grpc, portName, command })

type Timing = Required<Pick<KubernetesProbe, 'periodSeconds' | 'timeoutSeconds' | 'failureThreshold'>>

const probe = ({ ports }: Service, asked: Probe, timing: Timing): KubernetesProbe => ({
  ...actionOf(asked, ports),
  ...present({
    initialDelaySeconds: asked.initialDelaySeconds,
    periodSeconds: asked.periodSeconds ?? timing.periodSeconds,
    timeoutSeconds: asked.timeoutSeconds ?? timing.timeoutSeconds,
    failureThreshold: asked.failureThreshold ?? timing.failureThreshold,
  }),
})

const actionOf = ({ path, grpc, portName, command }: Probe, ports: readonly ServicePort[]): KubernetesProbe => {
  if (command) return { exec: { command: [...command] } }
  const port = ports.find(({ name }) => name === portName) ?? ports[0]
  if (grpc) return { grpc: { port: port?.port ?? 0 } }
  const at = { port: port?.name ?? '' }
  return path === undefined ? { tcpSocket: at } : { httpGet: { path, ...at } }
}
