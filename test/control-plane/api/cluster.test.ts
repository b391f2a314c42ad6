import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connect, type Cluster } from '../../../control-plane/api/cluster.ts'
import { apiServer, type ApiServer } from './api-server.ts'

interface Seen {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly contentType: string | undefined
  readonly accept: string | undefined
  readonly body: string
}
type Reply = readonly [status: number, body: object]

const discovery = {
  resources: [
    { name: 'things/status', kind: 'Thing' },
    { name: 'things', kind: 'Thing' },
  ],
}
let seen: Seen[] = []
let replies: Reply[] = []
let server: ApiServer
let cluster: Cluster

beforeAll(async () => {
  server = await apiServer((request, response) => void answer(request, response))
  cluster = connect(server.kubeconfig)
})
afterAll(() => server.close())
beforeEach(() => {
  seen = []
  replies = []
})

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await text(request)
  const isDiscovery = request.url === '/apis/example.org/v1'
  if (!isDiscovery)
    seen.push({
      method: request.method,
      url: request.url,
      contentType: request.headers['content-type'],
      accept: request.headers.accept,
      body,
    })
  const [status, content] = isDiscovery ? ([200, discovery] as const) : (replies.shift() ?? ([200, {}] as const))
  response.writeHead(status).end(JSON.stringify(content))
}

const thing = { apiVersion: 'example.org/v1', kind: 'Thing', metadata: { name: 'one', namespace: 'default' } }

describe('cluster', () => {
  it('applies an object as it is: a keyword that a library does not know must not get lost', async () => {
    const object = { ...thing, spec: { 'x-kubernetes-int-or-string': true } }
    await cluster.apply(object)
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(object)
    expect(seen[0]).toMatchObject({ method: 'PATCH', contentType: 'application/apply-patch+yaml' })
    expect(seen[0]?.url).toBe(
      '/apis/example.org/v1/namespaces/default/things/one?fieldManager=roadbed&force=true&fieldValidation=Strict',
    )
  })

  it('applies a status to the status alone', async () => {
    await cluster.apply(thing, 'status')
    expect(seen[0]?.url).toContain('/things/one/status?')
  })

  it('waits with an API server that asks for patience', async () => {
    replies = [[429, { message: 'storage is (re)initializing' }]]
    await cluster.apply(thing)
    expect(seen).toHaveLength(2)
  })

  it('says in the API server’s words what it refuses', async () => {
    replies = [[422, { message: 'spec.size: Invalid value' }]]
    await expect(cluster.apply(thing)).rejects.toThrow('Thing one was not accepted: spec.size: Invalid value')
    replies = [[403, { message: 'it is in use' }]]
    expect(await cluster.remove(thing)).toBe('it is in use')
  })

  it('reads nothing where there is nothing, and fails where it can’t tell', async () => {
    replies = [[404, { message: 'not found' }]]
    expect(await cluster.read('example.org/v1', 'Thing', 'one')).toBeUndefined()
    expect(await cluster.read('example.org/v1', 'Other', 'one')).toBeUndefined()
    replies = [[500, { message: 'etcd is away' }]]
    await expect(cluster.read('example.org/v1', 'Thing', 'one')).rejects.toThrow('etcd is away')
  })

  it('names the kind of each item of a list, which the API server leaves out', async () => {
    replies = [[200, { metadata: { resourceVersion: '7' }, items: [{ metadata: { name: 'one' } }] }]]
    expect(await cluster.list('example.org/v1', 'Thing')).toEqual({
      resourceVersion: '7',
      items: [{ apiVersion: 'example.org/v1', kind: 'Thing', metadata: { name: 'one' } }],
    })
  })

  it('lists the metadata of large objects without the rest', async () => {
    replies = [[200, { items: [{ kind: 'PartialObjectMetadata', metadata: { name: 'one' } }] }]]
    expect(await cluster.listMetadata('example.org/v1', 'Thing')).toEqual([{ name: 'one' }])
    expect(seen[0]?.accept).toBe('application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1')
  })

  it('knows every kind that is served, by one request', async () => {
    const resources = ['Thing', 'Other'].map(kind => ({ responseKind: { kind } }))
    const versions = [
      { version: 'v1', resources },
      { version: 'v2', resources: resources.slice(0, 1) },
    ]
    replies = [[200, { items: [{ metadata: { name: 'example.org' }, versions }] }]]
    expect([...(await cluster.servedKinds())]).toEqual([
      'example.org/v1 Thing',
      'example.org/v1 Other',
      'example.org/v2 Thing',
    ])
    expect(seen[0]).toMatchObject({
      url: '/apis',
      accept: 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
    })
  })
})
