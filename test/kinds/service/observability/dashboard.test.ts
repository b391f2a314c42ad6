import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { dashboardUid, dashboardUrl } from '../../../../functions/kinds/service/observability/dashboard-link.ts'
import { dashboard } from '../../../../functions/kinds/service/observability/dashboard.ts'
import type { JsonObject } from '../../../../functions/runtime/json.ts'
import { listAt, textAt } from '../../../../functions/runtime/read.ts'
import { full, resourceOf, serviceOf } from '../fixtures.ts'

const specOf = (spec: Partial<ServiceSpec> = {}, platform = full) => resourceOf(dashboard(serviceOf(spec, platform)))
const modelOf = (spec: Partial<ServiceSpec> = {}): JsonObject =>
  JSON.parse(textAt(specOf(spec), 'spec', 'json') ?? '') as JsonObject
const titlesOf = (spec: Partial<ServiceSpec>) => listAt(modelOf(spec), 'panels').map(panel => textAt(panel, 'title'))

describe('the address of a dashboard', () => {
  it('is one that Grafana takes, whatever the service is called', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z0-9-]{0,49}$/),
        fc.stringMatching(/^[a-z0-9-]{1,63}$/),
        (name, namespace) => {
          expect(dashboardUid({ name, namespace })).toMatch(/^[a-zA-Z0-9-]{1,40}$/)
        },
      ),
    )
  })

  it('is the service’s alone, though its name and its namespace read like another’s together', () => {
    const [one, other] = [
      { namespace: 'a-b', name: 'c' },
      { namespace: 'a', name: 'b-c' },
    ]
    expect(dashboardUid(one)).not.toBe(dashboardUid(other))
    const [long, longer] = ['x'.repeat(40), 'x'.repeat(41)].map(name => dashboardUid({ namespace: 'a', name }))
    expect(long).not.toBe(longer)
  })

  it('stays when the claim is made anew, or every link to it breaks', () => {
    const again = serviceOf({}, full, { claim: { metadata: { name: 'api', namespace: 'team-a', uid: 'other' } } })
    expect(dashboardUrl(again)).toBe(dashboardUrl(serviceOf()))
    expect(dashboardUrl(again)).toBe(`https://grafana.example.com/d/${dashboardUid(again.claim)}`)
  })

  it('is told only where the platform tells Grafana’s', () => {
    const { dashboards } = full.integrations ?? {}
    if (!dashboards) throw new Error('the example has no Grafana')
    const { url: _, ...unknown } = dashboards
    expect(dashboardUrl(serviceOf({}, { integrations: { dashboards: unknown } }))).toBeUndefined()
    expect(dashboardUrl(serviceOf({}, {}))).toBeUndefined()
  })
})

describe('a dashboard', () => {
  it('goes to the Grafana and the folder that the platform names', () => {
    expect(specOf()).toMatchObject({
      spec: { folder: 'team-a', instanceSelector: { matchLabels: { dashboards: 'grafana' } } },
    })
    const integrations = {
      dashboards: { engine: 'GrafanaOperator', instanceSelector: { a: 'b' }, folder: 'Services' },
    } as const
    expect(specOf({}, { integrations })).toMatchObject({
      spec: { folder: 'Services', instanceSelector: { matchLabels: { a: 'b' } } },
    })
  })

  it('is the same bytes each time, or Grafana gets a new version with every call', () => {
    expect(specOf()).toEqual(specOf())
    expect(modelOf()['uid']).toBe(textAt(specOf(), 'spec', 'uid'))
  })

  it('shows requests where there are some to see, and each objective', () => {
    expect(titlesOf({})).toEqual(['Pods', 'CPU', 'Memory', 'Restarts'])
    const slos = [{ name: 'fast', type: 'Latency', thresholdMilliseconds: 250, objectivePercent: 99 }] as const
    expect(titlesOf({ observability: { alerting: { slos: [...slos] } } }).slice(0, 4)).toEqual([
      'Requests',
      'Errors',
      'Latency',
      'Objective fast: 99 % over 30 days',
    ])
  })

  it('lays its graphs out beside each other, none over another', () => {
    const places = listAt(modelOf({ observability: { metrics: { mode: 'Scrape' } } }), 'panels').map(panel =>
      JSON.stringify((panel as JsonObject)['gridPos']),
    )
    expect(new Set(places).size).toBe(places.length)
  })
})
