import { beforeAll, describe, expect, it } from 'vitest'
import type { ServiceSpec } from '../../../apis/service/schema.ts'
import { nameOf } from '../../../functions/kinds/composed.ts'
import { jobKey } from '../../../functions/kinds/service/jobs.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { listAt, objectAt } from '../../../functions/runtime/read.ts'
import { reached, serviceOf } from '../../kinds/service/fixtures.ts'
import { expectAlerts, rulesOf, type Series } from '../expect-alerts.ts'
import { buildPromtool, runPromtool } from '../promtool.ts'

beforeAll(buildPromtool)

const pod = 'namespace="team-a",pod="api-7f9-abcde",container="service"'

const certificate = nameOf(serviceOf(reached).observed, 'certificate-web')

describe('the alerts of pods', () => {
  it.each<[string, Partial<ServiceSpec>, Series]>([
    [
      'ServiceReplicasMissing',
      {},
      {
        'kube_deployment_status_replicas_available{namespace="team-a",deployment="api"}': '1x60',
        'kube_deployment_spec_replicas{namespace="team-a",deployment="api"}': '2x60',
      },
    ],
    ['ServiceRestarting', {}, { [`kube_pod_container_status_restarts_total{${pod}}`]: '0x20 1 2 3 4 5 5x40' }],
    [
      'ServiceMemoryHigh',
      { resources: { memory: '1Gi' } },
      { [`container_memory_working_set_bytes{${pod}}`]: '1000000000x60' },
    ],
    [
      'ServiceCPUThrottled',
      { resources: { limits: { cpu: '1' } } },
      {
        [`container_cpu_cfs_throttled_periods_total{${pod}}`]: '0+300x60',
        [`container_cpu_cfs_periods_total{${pod}}`]: '0+600x60',
      },
    ],
    [
      'ServiceAutoscalerAtMaximum',
      { replicas: { min: 1, max: 3 } },
      ((name: string) => ({
        [`kube_horizontalpodautoscaler_status_desired_replicas{namespace="team-a",horizontalpodautoscaler="${name}"}`]:
          '3x60',
        [`kube_horizontalpodautoscaler_spec_max_replicas{namespace="team-a",horizontalpodautoscaler="${name}"}`]:
          '3x60',
      }))(nameOf(serviceOf().observed, 'autoscaler')),
    ],
    ...(['exported_namespace', 'namespace'] as const).map((label): [string, Partial<ServiceSpec>, Series] => [
      'ServiceCertificateExpiring',
      reached,
      {
        [`certmanager_certificate_expiration_timestamp_seconds{${label}="team-a",name="${certificate}"}`]: '500000x60',
        [`certmanager_certificate_renewal_timestamp_seconds{${label}="team-a",name="${certificate}"}`]: '-10000x60',
      },
    ]),
  ])('tell %s, and nothing else', (name, spec, series) => {
    const moment = name === 'ServiceRestarting' ? '26m' : '50m'
    return expectAlerts(spec, series, { [moment]: [name] })
  })

  it('tell of a job that failed, whose new version is not rolled out', () => {
    const spec: Partial<ServiceSpec> = { rollout: { preDeploy: [{ name: 'a', command: ['a'] }] } }
    const service = serviceOf(spec)
    const [job] = service.jobs.map(each => nameOf(service.observed, jobKey(each)))
    const failed = (condition: string) =>
      `kube_job_failed{namespace="team-a",job_name="${job}",condition="${condition}"}`
    return expectAlerts(
      spec,
      { [failed('true')]: '0x5 1x10', [failed('false')]: '1x5 0x10' },
      { '5m': [], '8m': ['ServiceJobFailed'] },
    )
  })

  it('are not raised for the pods of a service whose name only begins alike', () =>
    expectAlerts(
      {},
      {
        'kube_pod_container_status_restarts_total{namespace="team-a",pod="api-gateway-7f9-abcde",container="service"}':
          '0+1x60',
      },
      { '30m': [] },
    ))

  it('say whose they are, where to look and what to do', async () => {
    const spec: Partial<ServiceSpec> = { team: 'payments', tier: 'Tier2' }
    const [rule] = listAt(listAt(rulesOf(spec), 'groups')[0], 'rules') as JsonObject[]
    const said = await runPromtool('test', {
      groups: rulesOf(spec),
      tests: [
        {
          interval: '1m',
          input_series: [
            {
              series: 'kube_deployment_status_replicas_available{namespace="team-a",deployment="api"}',
              values: '1x30',
            },
            { series: 'kube_deployment_spec_replicas{namespace="team-a",deployment="api"}', values: '2x30' },
          ],
          alert_rule_test: [
            {
              eval_time: '20m',
              alertname: 'ServiceReplicasMissing',
              exp_alerts: [
                {
                  exp_labels: { ...objectAt(rule, 'labels'), deployment: 'api' },
                  exp_annotations: {
                    ...objectAt(rule, 'annotations'),
                    summary: 'api has 1 pods, fewer than it should have',
                  },
                },
              ],
            },
          ],
        },
      ],
    })
    expect(said).toContain('SUCCESS')
  })
})
