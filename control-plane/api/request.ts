import type { KubeConfig } from '@kubernetes/client-node'
import { Agent, request, type RequestOptions } from 'node:https'
import { text } from 'node:stream/consumers'
import { isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import { textAt } from '../../functions/runtime/read.ts'

/** What the API server refuses, in its own words. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export type Send = (method: string, path: string, body?: JsonObject, contentType?: string) => Promise<JsonObject>

/**
 * Sends JSON as it is. The client library's typed serialiser would drop what it has no model of, such as every
 * `x-kubernetes-…` keyword of a CRD.
 *
 * @throws ApiError when it is refused
 */
export const sender = (config: KubeConfig): Send => {
  const server = config.getCurrentCluster()?.server ?? ''
  const options: RequestOptions = {}
  const ready = config.applyToHTTPSOptions(options)
  const agent = ready.then(() => {
    const { ca, cert, key } = options
    return new Agent({ keepAlive: true, ca, cert, key })
  })
  return async (method, path, body, contentType = 'application/json') => {
    const outgoing = request(`${server}${path}`, {
      method,
      agent: await agent,
      timeout: 60_000,
      headers: body === undefined ? {} : { 'content-type': contentType },
    })
    const { promise, resolve, reject } = Promise.withResolvers<JsonObject>()
    outgoing.once('timeout', () => outgoing.destroy(new Error(`the API server at ${server} does not answer`)))
    outgoing.once('error', reject)
    outgoing.once('response', response => {
      const status = response.statusCode ?? 0
      text(response).then(content => {
        const answer = parse(content)
        if (status < 300) return resolve(answer)
        return reject(new ApiError(status, textAt(answer, 'message') ?? `${status}: ${content.slice(0, 200)}`))
      }, reject)
    })
    outgoing.end(body === undefined ? undefined : JSON.stringify(body))
    return promise
  }
}

/** Empty when it is no JSON object: `/readyz` answers in words. */
const parse = (content: string): JsonObject => {
  try {
    const value = JSON.parse(content) as Json
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
