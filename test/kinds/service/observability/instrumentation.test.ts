import { describe, expect, it } from 'vitest'
import { deployment } from '../../../../functions/kinds/service/deployment.ts'
import { instrumentation } from '../../../../functions/kinds/service/observability/instrumentation.ts'
import { objectAt, textAt } from '../../../../functions/runtime/read.ts'
import { full, resourceOf, serviceOf } from '../fixtures.ts'

const free = { required: { 'name-deployment': [] } }
const there = { ...free, composed: { instrumentation: { metadata: { name: 'api-instrumentation-1' } } } }

describe('what instruments a service from outside', () => {
  it('says where traces go, how many, and whose they are', () => {
    expect(
      resourceOf(
        instrumentation(serviceOf({ runtime: 'java-21', observability: { tracing: { samplingPercent: 5 } } })),
      ),
    ).toMatchObject({
      spec: {
        exporter: { endpoint: 'http://otel-collector.observability.svc.cluster.local:4318' },
        sampler: { type: 'parentbased_traceidratio', argument: '0.05' },
        resource: { resourceAttributes: { 'service.namespace': 'team-a' } },
      },
    })
  })

  it('does not change with the image, for the pods of the version before may start again', () => {
    const of = (image: string) => resourceOf(instrumentation(serviceOf({ runtime: 'java-21', image })))
    expect(of('registry.example.com/a:1')).toEqual(of('registry.example.com/a:2'))
  })

  it.each([
    ['nodejs-20', 'nodejs'],
    ['python-3', 'python'],
    ['java-21', 'java'],
    ['dotnet-8', 'dotnet'],
  ])('is asked for by the pods of %s as %s, for their own container', (runtime, language) => {
    const entry = deployment(serviceOf({ runtime }, full, there))
    expect(objectAt(resourceOf(entry), 'spec', 'template', 'metadata', 'annotations')).toMatchObject({
      [`instrumentation.opentelemetry.io/inject-${language}`]: 'api-instrumentation-1',
      'instrumentation.opentelemetry.io/container-names': 'service',
    })
  })

  it('is there before the pods, which are instrumented when they start or never', () => {
    expect(deployment(serviceOf({ runtime: 'nodejs-20' }, full, free))).toMatchObject({
      state: 'waiting',
      on: 'instrumentation',
    })
  })

  it.each(['go-1', undefined])('is not there for %s, which is told by variables', runtime => {
    const service = serviceOf({ ...(runtime && { runtime }) }, full, free)
    expect(instrumentation(service).state).toBe('absent')
    expect(textAt(resourceOf(deployment(service)), 'spec', 'template', 'metadata', 'annotations')).toBeUndefined()
    expect(JSON.stringify(resourceOf(deployment(service)))).toContain('OTEL_SERVICE_NAME')
  })
})
