import { bytesOf } from '../../../runtime/quantity.ts'
import { nameOf } from '../../composed.ts'
import { jobKey } from '../jobs.ts'
import type { Service } from '../service.ts'
import { certificateNames } from '../traffic/plan.ts'
import { generated, type Generated, type Rule } from './alert.ts'
import { autoscalerOf, containersOf, deploymentOf } from './workload.ts'

/** Of what Kubernetes tells of a service, whatever it tells of itself: metrics of kube-state-metrics and cAdvisor. */
export const workloadAlerts = (service: Service): readonly Rule[] =>
  [
    replicasMissing(service),
    restarting(service),
    ...memoryHigh(service),
    ...throttled(service),
    ...atMaximum(service),
    ...jobFailed(service),
    ...certificateExpiring(service),
  ].map(wanted => generated(service, wanted))

const replicasMissing = (service: Service): Generated => ({
  name: 'ServiceReplicasMissing',
  expr: `kube_deployment_status_replicas_available{${deploymentOf(service)}} < kube_deployment_spec_replicas{${deploymentOf(service)}}`,
  forSeconds: 900,
  urgency: 'Page',
  summary: `${service.claim.name} has {{ $value }} pods, fewer than it should have`,
  description: `For a quarter of an hour. See: ${kubectl(service, `describe xservice ${service.claim.name}`)}`,
})

const restarting = (service: Service): Generated => ({
  name: 'ServiceRestarting',
  expr: `max by (pod) (increase(kube_pod_container_status_restarts_total{${containersOf(service)}}[15m])) > 2`,
  forSeconds: 0,
  urgency: 'Page',
  summary: `${service.claim.name} ends and is started again, over and over: {{ $labels.pod }}`,
  description: `See: ${kubectl(service, 'logs --previous {{ $labels.pod }} -c service')}`,
})

/** What takes more than its limit is killed. The limit is the claim's, so that nothing else has to be asked for it. */
const memoryHigh = (service: Service): readonly Generated[] => {
  const { memory } = service.resources.limits
  const bytes = bytesOf(memory)
  return bytes === undefined
    ? []
    : [
        {
          name: 'ServiceMemoryHigh',
          expr: `max by (pod) (container_memory_working_set_bytes{${containersOf(service)}}) > ${Math.floor(bytes * 0.9)}`,
          forSeconds: 900,
          urgency: 'Ticket',
          summary: `{{ $labels.pod }} uses {{ $value | humanize1024 }}B of memory, and is killed above ${memory}`,
          description:
            'More than 90 % for a quarter of an hour. Give it more (spec.resources.memory), or find the leak.',
        },
      ]
}

/** Without a limit there is nothing to be throttled by. */
const throttled = (service: Service): readonly Generated[] => {
  const { cpu } = service.resources.limits
  const periods = (kind: string) =>
    `sum by (pod) (increase(container_cpu_cfs_${kind}_total{${containersOf(service)}}[5m]))`
  return cpu === undefined
    ? []
    : [
        {
          name: 'ServiceCPUThrottled',
          expr: `${periods('throttled_periods')} / ${periods('periods')} > 0.25`,
          forSeconds: 900,
          urgency: 'Ticket',
          summary: `{{ $labels.pod }} waits for CPU in {{ $value | humanizePercentage }} of all periods`,
          description: `Its limit is ${cpu}. Raise spec.resources.limits.cpu, or leave it out.`,
        },
      ]
}

const atMaximum = (service: Service): readonly Generated[] => {
  const name = autoscalerOf(service)
  const of = (metric: string) =>
    `kube_horizontalpodautoscaler_${metric}{namespace="${service.claim.namespace}",horizontalpodautoscaler="${name}"}`
  return name === undefined
    ? []
    : [
        {
          name: 'ServiceAutoscalerAtMaximum',
          expr: `${of('status_desired_replicas')} >= ${of('spec_max_replicas')}`,
          forSeconds: 1800,
          urgency: 'Ticket',
          summary: `${service.claim.name} has as many pods as it may have, {{ $value }}, and would like more`,
          description: 'For half an hour. Raise spec.replicas.max, or give each pod more.',
        },
      ]
}

const jobFailed = (service: Service): readonly Generated[] => {
  const { claim, jobs, observed } = service
  const names = jobs.map(job => nameOf(observed, jobKey(job)))
  return names.length === 0
    ? []
    : [
        {
          name: 'ServiceJobFailed',
          expr: `kube_job_failed{namespace="${claim.namespace}",job_name=~"${names.join('|')}",condition="true"} > 0`,
          forSeconds: 0,
          urgency: 'Page',
          summary: `The new version of ${claim.name} is not rolled out: {{ $labels.job_name }} has failed`,
          description: `The version before goes on. See: ${kubectl(service, 'logs job/{{ $labels.job_name }}')}`,
        },
      ]
}

/**
 * Of certificates that cert-manager makes for a service: its own metrics, by the names of ours. They come
 * with `exported_namespace` unless Prometheus honours the labels of what it scrapes, so the namespace is looked for under both.
 */
const certificateExpiring = (service: Service): readonly Generated[] => {
  const { claim } = service
  const names = certificateNames(service).join('|')
  const of = (metric: string) =>
    ['exported_namespace', 'namespace']
      .map(label => `certmanager_certificate_${metric}{${label}="${claim.namespace}",name=~"${names}"}`)
      .join(' or ')
  return names !== ''
    ? [
        {
          name: 'ServiceCertificateExpiring',
          expr: `(${of('expiration_timestamp_seconds')}) - time() < 604800 and (${of('renewal_timestamp_seconds')}) < time() - 3600`,
          forSeconds: 900,
          urgency: 'Page',
          summary: `The certificate {{ $labels.name }} expires in {{ $value | humanizeDuration }}`,
          description: `Its renewal is overdue. See: ${kubectl(service, 'describe certificate {{ $labels.name }}')}`,
        },
      ]
    : []
}

const kubectl = ({ claim }: Service, command: string): string => `kubectl -n ${claim.namespace} ${command}`
