import type { KubeConfig } from '@kubernetes/client-node'
import type { IncomingMessage } from 'node:http'
import { Agent, request, type RequestOptions } from 'node:https'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
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

export type Send = (method: string, path: string, body?: JsonObject, types?: MediaTypes) => Promise<JsonObject>

/** What is sent, and what is wanted; JSON by default. */
interface MediaTypes {
  readonly content?: string
  readonly accept?: string
}

/** How a request is sent. */
interface Options {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AbortSignal
  /** Milliseconds without a byte after which it is given up; 0 for one that may be silent. */
  readonly timeout?: number
}

/** The answer, once its headers are there. @throws when there is none */
export type Open = (method: string, path: string, options?: Options) => Promise<IncomingMessage>

/** Opens requests to an API server, on connections that are kept for the next ones. */
export const opener = (config: KubeConfig): Open => {
  const server = config.getCurrentCluster()?.server ?? ''
  const options: RequestOptions = {}
  const ready = config.applyToHTTPSOptions(options)
  const agent = ready.then(() => {
    const { ca, cert, key } = options
    return new Agent({ keepAlive: true, ca, cert, key })
  })
  return async (method, path, { body, timeout = 60_000, ...more } = {}) => {
    const outgoing = request(`${server}${path}`, { method, agent: await agent, timeout, ...more })
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    outgoing.once('timeout', () => outgoing.destroy(new Error(`the API server at ${server} does not answer`)))
    outgoing.once('error', reject)
    outgoing.once('response', resolve)
    outgoing.end(body)
    return promise
  }
}

/**
 * Sends JSON as it is. The client library's typed serialiser would drop what it has no model of, such as every
 * `x-kubernetes-…` keyword of a CRD.
 *
 * @throws ApiError when it is refused
 */
export const sender = (open: Open): Send => {
  const once: Send = async (method, path, body, { content = 'application/json', accept } = {}) => {
    const headers = { ...(body && { 'content-type': content }), ...(accept !== undefined && { accept }) }
    return answerOf(await open(method, path, { headers, ...(body && { body: JSON.stringify(body) }) }))
  }
  return (...call) => retried(() => once(...call))
}

/** An API server that asks for patience gets it, as from kubectl: a kind that was just made is not served at once. */
const retried = async <T>(send: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 429) || attempt === 20) throw error
      await sleep(250)
    }
  }
}

const answerOf = async (response: IncomingMessage): Promise<JsonObject> => {
  const status = response.statusCode ?? 0
  const content = await text(response)
  const answer = parse(content)
  if (status < 300) return answer
  throw new ApiError(status, textAt(answer, 'message') ?? `${status}: ${content.slice(0, 200)}`)
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
