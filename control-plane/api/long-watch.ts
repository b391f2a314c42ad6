import { Watch, type KubeConfig } from '@kubernetes/client-node'
import { createInterface } from 'node:readline'
import { ApiError, type Open } from './request.ts'

/**
 * What an informer of the library watches with. The library's own breaks a watch off on which nothing has happened for half a minute,
 * and begins it anew on a new connection: with kinds by the dozen of which nobody has any, two TLS handshakes a second for ever. This
 * one lasts until the API server ends it, and the connection tells when that is gone.
 */
export class LongWatch extends Watch {
  readonly #open: Open

  constructor(config: KubeConfig, open: Open) {
    super(config)
    this.#open = open
  }

  override async watch(...[path, queryParams, callback, done]: Parameters<Watch['watch']>): Promise<AbortController> {
    const controller = new AbortController()
    const { signal } = controller
    const end = (problem: unknown) => {
      // Ended before, or nobody waits for it any more.
      if (signal.aborted) return
      controller.abort()
      done(problem)
    }
    try {
      const response = await this.#open('GET', `${path}?${queryOf(queryParams)}`, { signal, timeout: 0 })
      if (response.statusCode !== 200) throw refusal(response.statusCode ?? 0)
      createInterface(response)
        .on('error', end)
        .on('line', line => {
          try {
            const { type, object } = JSON.parse(line) as { readonly type: string; readonly object: unknown }
            callback(type, object)
          } catch (problem) {
            // The connection was cut in the middle of it.
            end(problem)
          }
        })
      response.once('close', () => end(null))
    } catch (problem) {
      end(problem)
    }
    return controller
  }
}

const queryOf = (parameters: Parameters<Watch['watch']>[1]): string => {
  // With bookmarks one that begins again where it was asks for a version that the API server still knows.
  const query = new URLSearchParams({ watch: 'true', allowWatchBookmarks: 'true' })
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, String(value))
  return query.toString()
}

/** An informer looks at the status code: with 410 it lists anew. */
const refusal = (statusCode: number): ApiError =>
  Object.assign(new ApiError(statusCode, `the API server refuses the watch with ${statusCode}`), { statusCode })
