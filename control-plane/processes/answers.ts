import { readFileSync } from 'node:fs'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { join } from 'node:path'

/** Whether a URL answers 200, with the TLS identity in a folder where it asks for one. */
export const answers = (url: string, tlsFolder?: string): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const file = (name: string) => (tlsFolder === undefined ? undefined : readFileSync(join(tlsFolder, name)))
  const tls = { ca: file('ca.crt'), cert: file('tls.crt'), key: file('tls.key') }
  const request = url.startsWith('https:') ? secure(url, { ...tls, agent: false }) : plain(url, { agent: false })
  request.setTimeout(2000, () => request.destroy())
  request.once('error', () => resolve(false))
  request.once('response', response => {
    response.resume()
    resolve(response.statusCode === 200)
  })
  request.end()
  return promise
}
