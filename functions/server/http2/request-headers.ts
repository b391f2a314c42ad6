import { ErrorCode, StreamError } from './codes.ts'
import { sizeOf, type HeaderDecoder } from './hpack/header-decoder.ts'
import type { Field } from './hpack/static-table.ts'

/** By name. What came more than once is joined by commas: https://www.rfc-editor.org/rfc/rfc9110#section-5.3 */
export type Headers = ReadonlyMap<string, string>

const pseudoHeaders = new Set([':method', ':scheme', ':authority', ':path'])
const needed = [':method', ':scheme', ':path']

/** They speak of a connection of HTTP/1. */
const ofConnections = new Set(['connection', 'proxy-connection', 'keep-alive', 'transfer-encoding', 'upgrade'])

const token = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/
// oxlint-disable-next-line no-control-regex -- those that would end a header
const forbidden = /[\0\r\n]/

interface Options {
  /** Bytes that they may take together, each with 32 more. */
  readonly limit: number
  readonly trailers: boolean
}

/**
 * The headers, or trailers, of a request. All of the block is read before anything is thrown: later ones build on it. Throws a
 * `StreamError` for what no HTTP is: https://www.rfc-editor.org/rfc/rfc9113#section-8.2; a `ConnectionError` where it can't be read.
 */
export const readRequestHeaders = (decoder: HeaderDecoder, block: Buffer, { limit, trailers }: Options): Headers => {
  const headers = new Map<string, string>()
  let problem: StreamError | undefined
  let size = 0
  let regular = trailers
  decoder.decode(block, field => {
    size += sizeOf(field)
    if (problem) return
    const [name, value] = field
    const pseudo = name.startsWith(':')
    const what = size > limit ? undefined : pseudo ? wrongPseudo(name, regular, headers) : wrongField(field)
    if (size > limit) problem = new StreamError(ErrorCode.enhanceYourCalm, `more than ${limit} bytes of headers`)
    else if (what !== undefined) problem = malformed(what)
    else {
      regular ||= !pseudo
      const before = headers.get(name)
      headers.set(name, before === undefined ? value : `${before}, ${value}`)
    }
  })
  if (problem) throw problem
  const missing = trailers ? undefined : needed.find(name => !headers.get(name))
  if (missing !== undefined) throw malformed(`a request without ${missing}`)
  return headers
}

const malformed = (what: string): StreamError => new StreamError(ErrorCode.protocolError, what)

const wrongPseudo = (name: string, regular: boolean, before: Headers): string | undefined => {
  if (!pseudoHeaders.has(name)) return `a request with ${name}`
  if (before.has(name)) return `${name} twice`
  return regular ? `${name} behind other headers` : undefined
}

const wrongField = ([name, value]: Field): string | undefined => {
  if (!token.test(name)) return 'a name that no header may have'
  if (forbidden.test(value)) return `a value of ${name} that no header may have`
  if (ofConnections.has(name)) return `${name}, which is for HTTP/1`
  return name === 'te' && value !== 'trailers' ? 'te with something else than trailers' : undefined
}

/** Bytes that a request says it has; `undefined` where it does not say. Throws a `StreamError`. */
export const announcedLength = (headers: Headers): number | undefined => {
  const length = headers.get('content-length')
  if (length === undefined) return undefined
  if (!/^\d+$/.test(length)) throw malformed('a content-length that is no number')
  return Number(length)
}
