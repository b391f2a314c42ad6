import { Ready, RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { describe, expect, it } from 'vitest'
import { randomNumbers } from '../../../simulator/core/shuffle.ts'
import { encodeRequest, type Request, type Sent } from '../../../simulator/core/wire.ts'
import { secret, widget } from '../fixtures.ts'

const sent = (name: string, details: Record<string, string> = {}): Sent => ({
  resource: secret({ a: 'YQ==', b: 'YQ==', c: 'YQ==', d: 'YQ==' }, name),
  connectionDetails: new Map(Object.entries(details).map(([key, value]) => [key, Buffer.from(value)])),
})

const request: Request = {
  composite: widget({ size: 1, note: 'a', color: 'red', args: ['x', 'y'] }),
  composed: new Map([
    ['one', sent('one', { password: 's3cr3t' })],
    ['two', sent('two')],
    ['three', sent('three')],
  ]),
  desired: undefined,
  input: { behaviour: 1 },
  context: undefined,
  required: {
    resources: new Map([
      ['platform', [widget({ size: 2 })]],
      ['none', []],
    ]),
    schemas: new Map([
      ['there', { type: 'object' }],
      ['missing', undefined],
    ]),
  },
}

const bytes = (seed: number, changes: Partial<Request> = {}) =>
  encodeRequest({ ...request, ...changes }, randomNumbers(seed))
const decoded = (seed: number, changes: Partial<Request> = {}) => RunFunctionRequest.decode(bytes(seed, changes))

describe('a request on the wire', () => {
  it('is complete without input and context, or the first step’s function gets what core never sends', () => {
    const { input, context, desired } = decoded(1, { input: undefined })
    expect([input, context]).toEqual([undefined, undefined])
    expect(desired).toEqual({ composite: undefined, resources: {} })
  })

  it('carries everything of the live objects, or the function reads less than in a cluster', () => {
    const { observed, input, requiredResources, requiredSchemas } = decoded(1)
    expect(observed?.composite?.resource).toEqual(request.composite)
    expect(observed?.resources['one']).toEqual({
      resource: sent('one').resource,
      connectionDetails: { password: Buffer.from('s3cr3t') },
      ready: Ready.READY_UNSPECIFIED,
    })
    expect(input).toEqual({ behaviour: 1 })
    expect(requiredSchemas).toEqual({ there: { openapiV3: { type: 'object' } }, missing: {} })
    expect(requiredResources['none']).toEqual({ items: [] })
    expect(requiredResources['platform']?.items.map(({ resource }) => resource)).toEqual([widget({ size: 2 })])
  })

  it('says what core v2.4 says that it can do, or the function takes it for an older one', () => {
    expect(decoded(1).meta?.capabilities).toEqual([1, 2, 3, 4, 5])
  })

  it('has its maps and its objects in another order each time, or order-dependent functions pass here', () => {
    const orders = [1, 2, 3, 4, 5, 6].map(seed => {
      const { observed, requiredResources } = decoded(seed)
      const fields = Object.keys(observed?.resources['two']?.resource?.['data'] as object)
      return [Object.keys(observed?.resources ?? {}), Object.keys(requiredResources), fields].map(String)
    })
    const [resources, required, fields] = [0, 1, 2].map(column => new Set(orders.map(order => order[column])).size)
    expect(resources).toBeGreaterThan(2)
    expect(required).toBe(2)
    expect(fields).toBeGreaterThan(2)
  })

  it('has bytes that differ and content and tag that do not, or order is told apart from change', () => {
    expect(Buffer.from(bytes(1)).equals(Buffer.from(bytes(2)))).toBe(false)
    expect(decoded(1)).toEqual(decoded(2))
    expect(decoded(1).meta?.tag).toMatch(/^[0-9a-f]{64}$/)
  })

  it('keeps its tag while requirements are fetched: whoever takes it for a cache key has to fail here too', () => {
    expect(decoded(1, { required: { resources: new Map(), schemas: new Map() } }).meta?.tag).toBe(decoded(1).meta?.tag)
  })

  it('has another tag for other input, or whoever compares tags misses a change', () => {
    const changes: readonly Partial<Request>[] = [
      {},
      { composite: widget({ size: 2 }) },
      { composed: new Map([['one', sent('one')]]) },
      { composed: new Map([['one', sent('other')]]) },
      { input: { behaviour: 2 } },
    ]
    expect(new Set(changes.map(change => decoded(1, change).meta?.tag)).size).toBe(5)
  })
})
