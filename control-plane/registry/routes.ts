import type { Content, ServedImage } from './image.ts'

/** What a registry answers to one request; the body is asked for if it is sent. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: () => Promise<Buffer>
}

/** The reading half of the OCI distribution API: what a package manager asks for. */
export const answerTo = (images: readonly ServedImage[], method: string, path: string): Answer => {
  if (method !== 'GET' && method !== 'HEAD') return failure(405, 'UNSUPPORTED', 'this registry only serves')
  if (path === '/v2/' || path === '/v2') return json(200, {})
  const [, repository = '', kind = '', reference = ''] =
    /^\/v2\/(.+)\/(manifests|blobs|tags)\/([^/]+)$/.exec(path) ?? []
  const versions = images.filter(image => image.repository === repository)
  if (versions.length === 0) return failure(404, 'NAME_UNKNOWN', `${repository || path} is not here`)
  if (kind === 'tags') return json(200, { name: repository, tags: versions.map(({ tag }) => tag) })
  return kind === 'blobs' ? blob(versions, reference) : manifest(versions, reference)
}

const manifest = (versions: readonly ServedImage[], reference: string): Answer => {
  const found = versions.find(image => image.tag === reference || image.manifest.digest === reference)
  if (!found) return failure(404, 'MANIFEST_UNKNOWN', `${reference} is not here`)
  const { mediaType, digest, bytes } = found.manifest
  return ok(contentOf(bytes), { 'content-type': mediaType, 'docker-content-digest': digest })
}

const blob = (versions: readonly ServedImage[], digest: string): Answer => {
  const content = versions.map(({ blobs }) => blobs.get(digest)).find(found => found !== undefined)
  if (!content) return failure(404, 'BLOB_UNKNOWN', `${digest} is not here`)
  return ok(content, { 'content-type': 'application/octet-stream', 'docker-content-digest': digest })
}

const contentOf = (bytes: Buffer): Content => ({ size: bytes.length, read: () => Promise.resolve(bytes) })

const ok = ({ size, read }: Content, headers: Readonly<Record<string, string>>, status = 200): Answer => ({
  status,
  headers: { 'docker-distribution-api-version': 'registry/2.0', 'content-length': String(size), ...headers },
  body: read,
})

const json = (status: number, value: unknown): Answer =>
  ok(contentOf(Buffer.from(JSON.stringify(value))), { 'content-type': 'application/json' }, status)

export const failure = (status: number, code: string, message: string): Answer =>
  json(status, { errors: [{ code, message }] })
