import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RunFunctionResponse, Severity, type RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { describe, expect, it } from 'vitest'
import { providers } from '../../apis/blocks/placement.ts'
import { kinds } from '../../functions/kinds/index.ts'
import { createAnswer } from '../harness/answer.ts'
import { functionContent } from '../../packages/function/metadata.ts'
import { databaseClaim } from '../harness/claims.ts'
import { root } from '../../packages/root.ts'
import { example, readYaml } from '../harness/files.ts'
import { convergeClaim } from '../harness/plane.ts'
import { bytesOf, request } from '../harness/requests.ts'

const answer = createAnswer({ kinds, now: () => 0, seed: () => new Uint8Array(32) })
const call = (message: RunFunctionRequest) => RunFunctionResponse.decode(answer(bytesOf(message)))

const upstream = {
  desired: {
    composite: { resource: { status: { earlier: 'status' } }, connectionDetails: {}, ready: 0 },
    resources: {
      other: {
        resource: { apiVersion: 'v1', kind: 'ConfigMap', data: { a: ['1', '1'] } },
        connectionDetails: {},
        ready: 1,
      },
    },
  },
  context: { earlier: 'context' },
}

const unknownKind = { ...databaseClaim(), apiVersion: 'example.org/v1', kind: 'Thing' }
const refusedClaim = databaseClaim({ size: 'huge' })

/** One test for each MUST of Crossplane's functions specification that a response can show. */
describe('a function MUST', () => {
  it('copy the tag and not look at it', () => {
    const responses = ['one', 'two', ''].map(tag => call(request({ meta: { tag, capabilities: [1, 2] } })))
    expect(responses.map(({ meta }) => meta?.tag)).toEqual(['one', 'two', ''])
    expect(new Set(responses.map(response => JSON.stringify({ ...response, meta: undefined }))).size).toBe(1)
  })

  it.each([
    ['a claim in order', databaseClaim()],
    ['a claim that is refused', refusedClaim],
    ['a kind that is not ours', unknownKind],
  ])('give a TTL that says how long %s may rest', (_, claim) => {
    expect(call(request({}, claim)).meta?.ttl?.seconds).toBeGreaterThan(0)
  })

  it.each([
    ['a claim in order', databaseClaim()],
    ['a claim that is refused', refusedClaim],
    ['a kind that is not ours', unknownKind],
  ])('pass on what earlier functions desire, with %s', (_, claim) => {
    const response = call(request(upstream, claim))
    expect(response.desired?.resources['other']).toMatchObject(upstream.desired.resources.other)
    expect(response.desired?.composite?.resource?.['status']).toMatchObject({ earlier: 'status' })
    expect(response.context).toEqual(upstream.context)
  })

  it('desire no spec and no metadata of the composite', () => {
    expect(Object.keys(call(request()).desired?.composite?.resource ?? {})).toEqual(['status'])
  })

  it.each(providers)('desire no status of a composed resource, on %s', async provider => {
    const { calls } = await convergeClaim(example('database', 'production'), { provider })
    const resources = calls.flatMap(({ response }) => Object.values(response.desired?.resources ?? {}))
    expect(resources.length).toBeGreaterThan(0)
    expect(resources.filter(({ resource }) => resource !== undefined && 'status' in resource)).toEqual([])
  })

  it('return a Fatal only to end the pipeline: one, with nothing of its own desired', () => {
    const response = call(request({}, refusedClaim))
    expect(response.results.map(({ severity }) => severity)).toEqual([Severity.SEVERITY_FATAL])
    expect(response.desired?.resources).toEqual({})
  })

  it('not return a Normal or Warning result every time', async () => {
    const { calls, plane } = await convergeClaim(example('database', 'minimal'), { provider: 'AWS' })
    expect(plane.events.map(({ reason }) => reason)).toEqual(['Provisioned'])
    expect(calls.length).toBeGreaterThan(4)
    expect(calls.at(-1)?.response.results).toEqual([])
  })

  it('not talk to the Kubernetes API server: it has no client for it', () => {
    const files = readdirSync(join(root, 'functions'), { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.ts'),
    )
    const using = files.filter(name =>
      readFileSync(join(root, 'functions', name), 'utf8').includes('@kubernetes/client-node'),
    )
    expect(files.length).toBeGreaterThan(50)
    expect(using).toEqual([])
  })

  it('have a name that begins with function-', () => {
    expect(functionContent().objects).toMatchObject([{ kind: 'Function', metadata: { name: 'function-roadbed' } }])
  })

  it('are called by the name that the package manager gives them, or a Configuration alone would not work', () => {
    const { spec } = readYaml('compositions/database.yaml') as unknown as {
      spec: { pipeline: { functionRef: { name: string } }[] }
    }
    expect(spec.pipeline.map(({ functionRef }) => functionRef.name)).toEqual(['roadbed-function-roadbed'])
  })
})
