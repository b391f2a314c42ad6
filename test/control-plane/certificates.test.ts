import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect, createServer } from 'node:tls'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { KubeConfig } from '@kubernetes/client-node'
import { createAuthority, crossplaneName, issue, serialNumber } from '../../control-plane/certificates.ts'
import { ensureCredentials, ensureCrossplaneServers, tlsFolder } from '../../control-plane/credentials.ts'
import { kubeconfig } from '../../control-plane/kubeconfig.ts'
import { freshFolders } from './harness.ts'

const authority = createAuthority({ commonName: 'test' })

describe('certificates', () => {
  it('have PKCS#1 keys: core refuses its authority in any other form', () => {
    expect(authority.privateKey).toContain('BEGIN RSA PRIVATE KEY')
    expect(createPrivateKey({ key: authority.privateKey, format: 'pem', type: 'pkcs1' }).asymmetricKeyType).toBe('rsa')
  })

  it('are signed by their authority, for 127.0.0.1, for years', () => {
    const certificate = new X509Certificate(issue(authority, { commonName: 'server', usages: ['server'] }).certificate)
    expect(certificate.verify(new X509Certificate(authority.certificate).publicKey)).toBe(true)
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(certificate.ca).toBe(false)
    expect(Date.parse(certificate.validTo) - Date.now()).toBeGreaterThan(5 * 365 * 24 * 3600 * 1000)
  })

  it.each([0x00, 0x7f, 0x80, 0xff])('have a number that Go takes, also when chance brings %d first', byte => {
    const number = serialNumber(Buffer.alloc(15, byte))
    expect(number).toMatch(/^[0-7][0-9a-f]{31}$/)
    expect(Number.parseInt(number.slice(0, 2), 16)).toBeGreaterThan(0)
  })

  it('have numbers of their own, or clients take one for another', () => {
    const numbers = [1, 2].map(() => new X509Certificate(issue(authority, { commonName: 'x', usages: [] }).certificate))
    expect(numbers[0]?.serialNumber).not.toBe(numbers[1]?.serialNumber)
  })

  it('are accepted by both ends of a mutual handshake', async () => {
    const server = issue(authority, { commonName: 'server', usages: ['server'] })
    const client = issue(authority, { commonName: 'client', organizations: ['group', 'another'], usages: ['client'] })
    const listener = createServer(
      { ca: authority.certificate, cert: server.certificate, key: server.privateKey, requestCert: true },
      socket => socket.end(String(socket.authorized)),
    ).listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const { port } = listener.address() as { port: number }
    const socket = connect({
      host: '127.0.0.1',
      port,
      ca: authority.certificate,
      cert: client.certificate,
      key: client.privateKey,
    })
    const [answer] = (await once(socket, 'data')) as [Buffer]
    listener.close()
    expect(answer.toString()).toBe('true')
  })
})

describe('ensureCredentials', () => {
  const folders = freshFolders()
  ensureCredentials(folders)
  const read = (path: string) => readFileSync(path, 'utf8')

  it('makes them once: an API server and its clients must agree over restarts', () => {
    const before = read(join(tlsFolder(folders, 'administrator'), 'tls.crt'))
    ensureCredentials(folders)
    expect(read(join(tlsFolder(folders, 'administrator'), 'tls.crt'))).toBe(before)
  })

  it('keeps who signs for functions from signing for the API server', () => {
    const crossplane = createAuthority(crossplaneName)
    ensureCrossplaneServers(folders, crossplane)
    const signer = new X509Certificate(crossplane.certificate).publicKey
    const signedBy = (party: Parameters<typeof tlsFolder>[1]) =>
      new X509Certificate(read(join(tlsFolder(folders, party), 'tls.crt'))).verify(signer)
    expect(signedBy('function')).toBe(true)
    expect(signedBy('core-webhooks')).toBe(true)
    expect(signedBy('administrator')).toBe(false)
    expect(signedBy('crossplane')).toBe(false)
  })

  it('leaves a function’s certificate as it is until Crossplane has another authority, which would not know it', () => {
    const [first, second] = [1, 2].map(() => createAuthority(crossplaneName))
    const shown = (by = first) => {
      if (by) ensureCrossplaneServers(folders, by)
      return read(join(tlsFolder(folders, 'function'), 'tls.crt'))
    }
    const before = shown()
    expect(shown()).toBe(before)
    expect(shown(second)).not.toBe(before)
  })

  it.each([
    ['crossplane', 'crossplane'],
    ['rbac-manager', 'rbac-manager'],
  ] as const)('makes %s the service account that it is in a cluster, and no administrator', (party, account) => {
    const { subject } = new X509Certificate(read(join(tlsFolder(folders, party), 'tls.crt')))
    expect(subject.split('\n').toSorted()).toEqual([
      `CN=system:serviceaccount:crossplane-system:${account}`,
      'O=system:serviceaccounts',
      'O=system:serviceaccounts:crossplane-system',
    ])
  })
})

describe('kubeconfig', () => {
  it('holds all that a client needs, so that it may be copied', () => {
    const user = issue(authority, { commonName: 'user', usages: ['client'] })
    const config = new KubeConfig()
    config.loadFromString(kubeconfig('roadbed', 'https://127.0.0.1:6443', authority.certificate, user))
    expect(config.getCurrentContext()).toBe('roadbed')
    expect(config.getCurrentCluster()?.server).toBe('https://127.0.0.1:6443')
    const plain = (data: string | undefined) => Buffer.from(data ?? '', 'base64').toString()
    expect(plain(config.getCurrentCluster()?.caData)).toBe(authority.certificate)
    expect(plain(config.getCurrentUser()?.certData)).toBe(user.certificate)
    expect(plain(config.getCurrentUser()?.keyData)).toBe(user.privateKey)
  })
})
