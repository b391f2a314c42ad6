import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loopback } from '../../../control-plane/ports.ts'
import type { ServedImage } from '../../../control-plane/registry/image.ts'
import { serveRegistry, type Registry } from '../../../control-plane/registry/serve.ts'

const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

const image = (tag: string, content: string): ServedImage => {
  const layer = Buffer.from(content)
  const bytes = Buffer.from(JSON.stringify({ layers: [digestOf(layer)] }))
  const mediaType = 'application/vnd.oci.image.manifest.v1+json'
  return {
    repository: 'roadbed/function-roadbed',
    tag,
    manifest: { mediaType, digest: digestOf(bytes), bytes },
    blobs: new Map([[digestOf(layer), { size: layer.length, read: () => Promise.resolve(layer) }]]),
  }
}

const images = [image('v0.1.0', 'one'), image('v0.2.0', 'two')] as const
let registry: Registry
let broken: Error | undefined
beforeAll(async () => {
  registry = await serveRegistry(() => (broken ? Promise.reject(broken) : Promise.resolve(images)), {
    host: loopback,
    port: 0,
  })
})
afterAll(() => registry.close())

const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${registry.port}${path}`, { method })
const repository = '/v2/roadbed/function-roadbed'

describe('the registry', () => {
  it('says that it is one, as clients ask first', async () => {
    expect((await ask('/v2/')).status).toBe(200)
  })

  it('lists tags, from which Crossplane picks the version of a dependency', async () => {
    expect(await (await ask(`${repository}/tags/list`)).json()).toEqual({
      name: 'roadbed/function-roadbed',
      tags: ['v0.1.0', 'v0.2.0'],
    })
  })

  it.each(['v0.2.0', images[1].manifest.digest])(
    'serves the manifest of %s byte by byte, with its digest',
    async reference => {
      const answer = await ask(`${repository}/manifests/${reference}`)
      expect(answer.headers.get('content-type')).toBe(images[1].manifest.mediaType)
      expect(answer.headers.get('docker-content-digest')).toBe(images[1].manifest.digest)
      expect(digestOf(Buffer.from(await answer.arrayBuffer()))).toBe(images[1].manifest.digest)
    },
  )

  it('answers HEAD with digest and length and no body: Crossplane resolves tags so', async () => {
    const answer = await ask(`${repository}/manifests/v0.1.0`, 'HEAD')
    expect(answer.headers.get('docker-content-digest')).toBe(images[0].manifest.digest)
    expect(answer.headers.get('content-length')).toBe(String(images[0].manifest.bytes.length))
    expect(await answer.text()).toBe('')
  })

  it('serves blobs of every version', async () => {
    for (const { blobs } of images)
      for (const [digest, { read }] of blobs)
        expect(await (await ask(`${repository}/blobs/${digest}`)).text()).toBe((await read()).toString())
  })

  it.each([
    ['/v2/other/manifests/v0.1.0', 'NAME_UNKNOWN'],
    [`${repository}/manifests/v9.9.9`, 'MANIFEST_UNKNOWN'],
    [`${repository}/blobs/sha256:00`, 'BLOB_UNKNOWN'],
    ['/elsewhere', 'NAME_UNKNOWN'],
  ])('says in the protocol’s words that %s is not there', async (path, code) => {
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ errors: [{ code }] })
  })

  it.each(['PUT', 'POST', 'DELETE', 'PATCH'])('lets nobody write: %s', async method => {
    expect((await ask(`${repository}/manifests/v0.1.0`, method)).status).toBe(405)
  })

  it('tells why a package can’t be read, and serves again when it can', async () => {
    broken = new Error('roadbed.xpkg is no package')
    const answer = await ask(`${repository}/manifests/v0.1.0`)
    broken = undefined
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('roadbed.xpkg is no package')
    expect((await ask(`${repository}/manifests/v0.1.0`)).status).toBe(200)
  })
})
