import { KubeConfig, type KubernetesObject } from '@kubernetes/client-node'
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { LongWatch } from '../../../control-plane/api/long-watch.ts'
import { ApiError, opener, type Open } from '../../../control-plane/api/request.ts'
import { apiServer, type ApiServer } from './api-server.ts'

let server: ApiServer
const open = vi.fn<Open>()
let watching: LongWatch
/** The watches that the API server has open. */
let opened: { readonly url: string; readonly response: ServerResponse }[] = []
let status = 200

beforeAll(async () => {
  server = await apiServer((request, response) => {
    opened.push({ url: request.url ?? '', response })
    response.writeHead(status)
    if (status === 200) response.flushHeaders()
    else response.end()
  })
  const config = new KubeConfig()
  config.loadFromFile(server.kubeconfig)
  open.mockImplementation(opener(config))
  watching = new LongWatch(config, open)
})
afterAll(() => server.close())
beforeEach(() => {
  opened = []
  status = 200
})

const watch = async (query = {}) => {
  const done = vi.fn<(problem: unknown) => void>()
  const seen: (readonly [string, KubernetesObject])[] = []
  const controller = await watching.watch('/api/v1/things', query, (type, object) => seen.push([type, object]), done)
  const send = (text: string) => opened.at(-1)?.response.write(text)
  return { controller, done, seen, send }
}

const line = (type: string, name: string) => `${JSON.stringify({ type, object: { metadata: { name } } })}\n`

describe('a watch', () => {
  it('tells of each event, however the lines arrive', async () => {
    const { seen, send } = await watch({ resourceVersion: '7', labelSelector: undefined })
    expect(opened[0]?.url).toBe('/api/v1/things?watch=true&allowWatchBookmarks=true&resourceVersion=7')
    const text = line('ADDED', 'one') + line('DELETED', 'two')
    send(text.slice(0, 20))
    await sleep(20)
    send(text.slice(20))
    await expect
      .poll(() => seen)
      .toEqual([
        ['ADDED', { metadata: { name: 'one' } }],
        ['DELETED', { metadata: { name: 'two' } }],
      ])
  })

  it('ends without a problem when the API server ends it: an informer goes on where it was', async () => {
    const { done } = await watch()
    opened[0]?.response.end()
    await expect.poll(() => done.mock.calls).toEqual([[null]])
  })

  it('ends with a problem when it breaks, once, or an informer would go on without what it has missed', async () => {
    const { done, send } = await watch()
    send('{"type":"ADD')
    opened[0]?.response.destroy()
    await expect.poll(() => done.mock.calls).toHaveLength(1)
    await sleep(20)
    expect(done.mock.calls).toEqual([[expect.any(Error)]])
  })

  it('says that its version is too old, or an informer would ask for it for ever', async () => {
    status = 410
    const { done } = await watch()
    expect(done.mock.calls).toEqual([[expect.any(ApiError)]])
    expect(done.mock.calls[0]?.[0]).toMatchObject({ statusCode: 410 })
  })

  it('leaves the API server when nobody wants it any more', async () => {
    const { controller } = await watch()
    const left = vi.fn<() => void>()
    opened[0]?.response.once('close', left)
    controller.abort()
    await expect.poll(() => left.mock.calls).toHaveLength(1)
  })

  it('on which nothing happens lasts, or each kind that nobody has costs a TLS handshake twice a minute', async () => {
    const { done } = await watch()
    expect(open.mock.lastCall?.[2]?.timeout).toBe(0)
    await sleep(50)
    expect(done).not.toHaveBeenCalled()
    const impatient = open('GET', '/api/v1/things', { timeout: 20 }).then(async response => response.toArray())
    await expect(impatient).rejects.toThrow('aborted')
  })
})
