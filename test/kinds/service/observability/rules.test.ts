import { describe, expect, it } from 'vitest'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { alerts, customAlerts } from '../../../../functions/kinds/service/observability/rules.ts'
import { trafficPlan } from '../../../../functions/kinds/service/traffic/plan.ts'
import type { JsonObject } from '../../../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../../../functions/runtime/read.ts'
import { full, reached, resourceOf, serviceOf } from '../fixtures.ts'

type Watching = NonNullable<ServiceSpec['observability']>

const scraped = { mode: 'Scrape' } as const
const availability = { name: 'available', type: 'Availability' } as const
const latency = { name: 'fast', type: 'Latency', thresholdMilliseconds: 250 } as const

const web = (tls: JsonObject) =>
  ({ networking: { ingress: [{ name: 'web', domain: 'api.company.example', tls }] } }) as Partial<ServiceSpec>
const shared = structuredClone(full)
const ingressOfShared = shared.providers?.kubernetes?.ingress
if (ingressOfShared) ingressOfShared.certificates = 'Shared'

const rulesOf = (spec: Partial<ServiceSpec>): readonly JsonObject[] =>
  listAt(resourceOf(alerts(serviceOf(spec))), 'spec', 'groups').flatMap(group => listAt(group, 'rules')) as JsonObject[]
const namesOf = (spec: Partial<ServiceSpec>) => rulesOf(spec).flatMap(rule => textAt(rule, 'alert') ?? [])
const watched = (observability: Watching, spec: Partial<ServiceSpec> = {}) => namesOf({ observability, ...spec })

describe('the alerts of a service', () => {
  it('are of its pods where it tells nothing of itself', () => {
    expect(namesOf({})).toEqual(['ServiceReplicasMissing', 'ServiceRestarting', 'ServiceMemoryHigh'])
  })

  it.each<[string, Partial<ServiceSpec>]>([
    ['ServiceCPUThrottled', { resources: { limits: { cpu: '1' } } }],
    ['ServiceAutoscalerAtMaximum', { replicas: { min: 1, max: 3 } }],
    ['ServiceJobFailed', { rollout: { preDeploy: [{ name: 'a', command: ['a'] }] } }],
    ['ServiceCertificateExpiring', reached],
  ])('have %s only where that can happen, or people read rules that mean nothing', (name, spec) => {
    expect(namesOf({})).not.toContain(name)
    expect(namesOf(spec)).toContain(name)
  })

  it('look for the certificates that are made for the service, by their names, and for no others', () => {
    const ingress = ['api', 'admin'].map(name => ({ name, domain: `${name}.company.example` }))
    const service = serviceOf({ networking: { ingress } })
    const made = Object.entries(trafficPlan(service)).flatMap(([key, entry]) =>
      key.startsWith('certificate-') && entry ? (textAt(resourceOf(entry), 'metadata', 'name') ?? []) : [],
    )
    expect(made).toHaveLength(2)
    const rule = rulesOf({ networking: { ingress } }).find(({ alert }) => alert === 'ServiceCertificateExpiring')
    expect(rule?.['expr']).toContain(`,name=~"${made.join('|')}"}`)
  })

  it.each<[string, Partial<ServiceSpec>, PlatformSpec]>([
    ['a port that is open to the cluster only', { ports: [{ name: 'http', port: 80, visibility: 'Public' }] }, full],
    ['plain HTTP', web({ mode: 'Disabled' }), full],
    ['a certificate of the claim’s own', web({ mode: 'Provided', secretName: 'own' }), full],
    ['the gateway’s certificate', web({}), shared],
  ])('watch no certificate of %s', (_, spec, platform) => {
    const rules = listAt(resourceOf(alerts(serviceOf(spec, platform))), 'spec', 'groups').flatMap(group =>
      listAt(group, 'rules'),
    )
    expect(rules.map(rule => textAt(rule, 'alert'))).not.toContain('ServiceCertificateExpiring')
  })

  it('look for the autoscaler that KEDA makes, under the name that KEDA gives it', () => {
    const metrics = [{ name: 'day', type: 'Cron', start: '0 8 * * *', end: '0 18 * * *', replicas: 2 }] as const
    const rules = rulesOf({ replicas: { min: 1, max: 3 }, scaling: { metrics: [...metrics] } })
    const rule = rules.find(({ alert }) => alert === 'ServiceAutoscalerAtMaximum')
    expect(rule?.['expr']).toMatch(/horizontalpodautoscaler="keda-hpa-api-scaled-object-[a-z2-7]{8}"/)
  })

  it('are of its requests, where it has no objective that tells the same', () => {
    expect(watched({ metrics: scraped })).toEqual(expect.arrayContaining(['ServiceErrors', 'ServiceSlow']))
    const objective = watched({ metrics: scraped, alerting: { slos: [availability] } })
    expect(objective).toEqual(expect.arrayContaining(['ServiceSlow', 'ServiceErrorBudgetBurnFast']))
    expect(objective).not.toContain('ServiceErrors')
    expect(watched({ alerting: { slos: [availability, latency] } })).not.toContain('ServiceSlow')
  })

  it('are none but the claim’s with CustomOnly, and none at all with Disabled', () => {
    const rules = [{ name: 'Own', expr: 'up == 0' }]
    expect(watched({ alerting: { mode: 'CustomOnly', slos: [availability] } })).toEqual([
      'ServiceErrorBudgetBurnFast',
      'ServiceErrorBudgetBurnSlow',
    ])
    const custom = serviceOf({ observability: { alerting: { mode: 'CustomOnly', rules } } })
    expect([alerts(custom).state, customAlerts(custom).state]).toEqual(['absent', 'emit'])
    const off = serviceOf({ observability: { alerting: { mode: 'Disabled' } } })
    expect([alerts(off).state, customAlerts(off).state]).toEqual(['absent', 'absent'])
  })

  it('are labelled as Prometheus finds them, in groups whose names differ, or it takes none', () => {
    const slos = [availability, { ...availability, name: 'available-long' }]
    const object = resourceOf(alerts(serviceOf({ observability: { alerting: { slos } } })))
    expect(objectAt(object, 'metadata', 'labels')).toMatchObject({ release: 'kube-prometheus-stack' })
    const names = listAt(object, 'spec', 'groups').map(group => textAt(group, 'name'))
    expect(new Set(names).size).toBe(names.length)
  })

  it('differ in name or labels, or Alertmanager takes one for the other', () => {
    const slos = [availability, latency]
    const rules = rulesOf({ tier: 'Tier4', observability: { alerting: { slos } } })
    const identities = rules.map(({ alert = null, record = null, labels = null }) =>
      JSON.stringify([alert, record, labels]),
    )
    expect(new Set(identities).size).toBe(identities.length)
  })
})

describe('a developer’s own alert', () => {
  const custom = (rule: JsonObject) => {
    const rules = [{ name: 'QueueTooLong', expr: 'queue > 5', ...rule }]
    const object = resourceOf(customAlerts(serviceOf({ observability: { alerting: { rules } } })))
    return listAt(listAt(object, 'spec', 'groups')[0], 'rules')[0]
  }

  it('is in an object of its own, so that one that Prometheus can’t read takes no other with it', () => {
    expect(textAt(resourceOf(alerts(serviceOf())), 'metadata', 'name')).not.toBe(
      textAt(
        resourceOf(customAlerts(serviceOf({ observability: { alerting: { rules: [{ name: 'A', expr: 'b' }] } } }))),
        'metadata',
        'name',
      ),
    )
  })

  it('says what it says, with defaults for the rest', () => {
    expect(custom({})).toMatchObject({
      alert: 'QueueTooLong',
      expr: 'queue > 5',
      for: '5m',
      labels: { severity: 'warning', namespace: 'team-a', service: 'api' },
      annotations: { summary: 'api: QueueTooLong' },
    })
    const runbookUrl = 'https://runbooks.example.com/queue'
    expect(custom({ severity: 'Critical', summary: 'too long', runbookUrl, forSeconds: 0 })).toMatchObject({
      labels: { severity: 'critical' },
      annotations: { summary: 'too long', runbook_url: runbookUrl },
    })
  })
})
