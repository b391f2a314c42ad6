import { once } from 'node:events'
import { createServer } from 'node:http'
import type { ServedImage } from './image.ts'
import { answerTo, failure, type Answer } from './routes.ts'

type Source = () => Promise<readonly ServedImage[]>

/** A registry that serves. */
export interface Registry {
  readonly port: number
  readonly close: () => void
}

/** Where a registry listens. */
export interface Listen {
  readonly host: string
  /** 0 for any. */
  readonly port: number
}

/**
 * Serves packages, read-only, over plain HTTP: package managers use that for loopback, and for addresses that are private to a
 * network. What there is is asked for with each request, so that a package which was just built can be had.
 *
 * @throws when the port is taken
 */
export const serveRegistry = async (images: Source, { host, port }: Listen): Promise<Registry> => {
  const server = createServer((request, response) => {
    const method = request.method ?? 'GET'
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://registry').pathname)
    void answer(images, method, path).then(({ status, headers, bytes }) =>
      response.writeHead(status, headers).end(bytes),
    )
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the registry has no port')
  return { port: address.port, close: () => server.close() }
}

interface Sent extends Omit<Answer, 'body'> {
  readonly bytes: Buffer | undefined
}

/** A package that can't be read is told to the package manager, which shows it in the package's conditions. */
const answer = async (images: Source, method: string, path: string): Promise<Sent> => {
  try {
    return await sent(answerTo(await images(), method, path), method)
  } catch (error) {
    return sent(failure(500, 'UNAVAILABLE', error instanceof Error ? error.message : String(error)), method)
  }
}

const sent = async ({ status, headers, body }: Answer, method: string): Promise<Sent> => ({
  status,
  headers,
  bytes: method === 'HEAD' ? undefined : await body(),
})
