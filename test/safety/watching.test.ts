import { describe, expect, it } from 'vitest'
import { textAt } from '../../functions/runtime/read.ts'
import { converge } from '../../simulator/converge.ts'
import { environmentClaim, platform, serviceClaim } from '../harness/claims.ts'
import { passes, type Endpoint } from '../harness/network-policies.ts'
import { bed } from '../harness/plane.ts'
import { convergeService, deploymentIn } from '../harness/services.ts'

const pod = (namespace: string, labels: Readonly<Record<string, string>> = {}): Endpoint => ({
  address: '10.244.0.9',
  pod: { namespace, labels },
})

describe('the metrics of a service in an environment', () => {
  it('reach Prometheus and nobody else outside, or strangers read them, or nobody does', async () => {
    const { plane, claim, converge: until } = bed()
    await until(claim(environmentClaim({}, { name: 'shop' })))
    const ports = [
      { name: 'http', port: 8080, visibility: 'Private' },
      { name: 'metrics', port: 9464, visibility: 'Private' },
    ]
    const ref = claim(serviceClaim({ ports, observability: { metrics: { mode: 'Scrape' } } }, { namespace: 'shop' }))
    expect((await until(ref)).outcome).toBe('ready')
    const policies = plane.api.list().filter(({ kind }) => kind === 'NetworkPolicy')
    const own = pod('shop', {
      'app.kubernetes.io/name': 'xservice',
      'app.kubernetes.io/instance': 'api',
      'app.kubernetes.io/component': 'deployment',
    })
    const gets = (from: string, port: number) => passes(policies, { from: pod(from), to: own, port, protocol: 'TCP' })
    expect([gets('monitoring', 9464), gets('monitoring', 8080), gets('blog', 9464)]).toEqual([true, false, false])
  })
})

describe('a service that is instrumented from outside', () => {
  it('has no pod before what instruments it: it would stay without for as long as it runs', async () => {
    const seen: string[] = []
    const made = bed()
    made.plane.api.watch(({ type, object }) => {
      if (type === 'ADDED') seen.push(textAt(object, 'kind') ?? '')
    })
    expect((await made.converge(made.claim(serviceClaim({ runtime: 'nodejs-20' })))).outcome).toBe('ready')
    expect(seen.indexOf('Instrumentation')).toBeGreaterThan(-1)
    expect(seen.indexOf('Deployment')).toBeGreaterThan(seen.indexOf('Instrumentation'))
  })

  it('keeps its pods when the platform loses its collector, and they start anew without', async () => {
    const { plane, ref } = await convergeService(serviceClaim({ runtime: 'nodejs-20', replicas: { min: 2 } }))
    const uid = textAt(deploymentIn(plane), 'metadata', 'uid')
    plane.api.update(platform({ registry: { allowed: ['registry.example.com'] } }), 'platform-team')
    expect((await converge(plane, ref)).outcome).toBe('ready')
    expect(textAt(deploymentIn(plane), 'metadata', 'uid')).toBe(uid)
    expect(JSON.stringify(deploymentIn(plane))).not.toContain('instrumentation.opentelemetry.io')
    expect(plane.api.list().filter(({ kind }) => kind === 'Instrumentation')).toEqual([])
  })
})
