import { X509Certificate } from 'node:crypto'
import { connect, type TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuthority, crossplaneName, issue } from '../../control-plane/certificates.ts'
import { certificatesIn, mutualTls } from '../../functions/server/certificates.ts'
import { isSignedByOne, refusalOf } from '../../functions/server/client-certificates.ts'
import type { RunningServer } from '../../functions/server/server.ts'
import { writeIdentity, type Authority } from '../../cli/function/certificates.ts'
import { echoServer } from '../harness/http2.ts'
import { callBytes, certificateFolders, statusOf, tlsClient, type Folders } from '../harness/server.ts'

const parsed = (pem: string) => new X509Certificate(pem)
const crossplane = createAuthority(crossplaneName)
const impostor = createAuthority(crossplaneName)
const asClient = { ...crossplaneName, usages: ['client'] } as const

describe('a certificate with the name of its authority, as Crossplane’s', () => {
  const authorities = [parsed(crossplane.certificate)]
  const trusted = (pem: string, by = authorities, now = Date.now()) => isSignedByOne(parsed(pem), by, now)

  it('is trusted when the authority has signed it, or no call of Crossplane’s would be heard', () => {
    expect(trusted(issue(crossplane, asClient).certificate)).toBe(true)
  })

  it('is not when another one of that name has, or anyone could make one', () => {
    expect(trusted(issue(impostor, asClient).certificate)).toBe(false)
  })

  it('is trusted by any authority of the file', () => {
    const both = certificatesIn(Buffer.from(`${impostor.certificate}\n# the new one\n${crossplane.certificate}`))
    expect(both).toHaveLength(2)
    expect(trusted(issue(crossplane, asClient).certificate, [...both])).toBe(true)
  })

  it('is not when it is for a server, such as another function’s', () => {
    expect(trusted(issue(crossplane, { ...crossplaneName, usages: ['server'] }).certificate)).toBe(false)
  })

  it.each([
    ['before it begins', -2],
    ['after its end', 8],
  ])('is not %s', (_, days) => {
    const { certificate } = issue(crossplane, asClient, 7)
    expect(trusted(certificate, authorities, Date.now() + days * 86_400_000)).toBe(false)
  })

  it('is not when what signed it is no authority', () => {
    const client = issue(crossplane, asClient)
    const signed = issue(client, asClient)
    expect(trusted(signed.certificate, [parsed(client.certificate)])).toBe(false)
  })
})

it('does not hear whoever has shown nothing, though Node trusts a session that is resumed without a certificate', () => {
  const resumed = { authorized: true, getPeerX509Certificate: () => undefined } as unknown as TLSSocket
  expect(refusalOf(resumed, [parsed(crossplane.certificate)])).toBe('it shows no certificate')
})

describe('a server that knows its clients', () => {
  let folders: Folders
  let server: RunningServer
  const refused: string[] = []

  beforeAll(async () => {
    folders = certificateFolders()
    server = await echoServer({
      credentials: mutualTls(folders.server, { refresh: 20 }),
      onRefusal: ({ reason, client }) => refused.push(`${client}: ${reason}`),
    })
  })
  afterAll(async () => {
    await server.stop(1)
    folders.remove()
  })

  const status = async (authority: Authority) => {
    const client = tlsClient(server.port, authority, true)
    const said = await statusOf(callBytes(client, Buffer.from('x')))
    client.close()
    return said
  }

  it('hears Crossplane, and nobody of another authority of that name', async () => {
    expect(await status(folders.authority)).toBe('OK')
    const other = issue(impostor, asClient)
    expect(await status({ ...folders.authority, client: other })).toBe('UNAVAILABLE')
  })

  it('says whom it does not hear and why, or its claims would stand still without a word', async () => {
    await status({ ...folders.authority, client: issue(impostor, asClient) })
    expect(refused.at(-1)).toBe('127.0.0.1: no authority in ca.crt has signed its certificate')
  })

  it.each([
    ['for nothing', [], ['127.0.0.1: it does not ask for HTTP/2']],
    ['for HTTP/1.1, which TLS itself tells it', ['http/1.1'], []],
  ])('does not hear one that asks for no HTTP/2 but %s', async (_, ALPNProtocols, said) => {
    const before = refused.length
    const { certificate: cert, privateKey: key } = folders.authority.client
    const socket = connect({
      host: '127.0.0.1',
      port: server.port,
      cert,
      key,
      ALPNProtocols,
      rejectUnauthorized: false,
    })
    const heard: Buffer[] = []
    socket.on('data', (chunk: Buffer) => heard.push(chunk))
    // What ends a handshake is an error of the socket's.
    socket.on('error', () => undefined)
    await new Promise(resolve => socket.once('close', resolve))
    expect([heard, refused.slice(before)]).toEqual([[], said])
  })

  it('hears those of a new authority as soon as its file is there, and no longer those of the old one', async () => {
    const before = folders.authority
    const own = createAuthority({ commonName: 'another' })
    const renewed = {
      certificate: own.certificate,
      server: issue(own, { commonName: 'function', usages: ['server'] }),
      client: issue(own, { commonName: 'crossplane', usages: ['client'] }),
    }
    writeIdentity(folders.server, renewed.server, renewed)
    await expect.poll(() => status(renewed), { timeout: 10_000 }).toBe('OK')
    expect(await status({ ...renewed, client: before.client })).toBe('UNAVAILABLE')
  })
})
