import { readFileSync } from 'node:fs'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { experimental, ServerCredentials } from '@grpc/grpc-js'

/** The server's certificate and key, and the authority that signs its clients'. PEM. */
interface Certificates {
  readonly certificate: Buffer
  readonly privateKey: Buffer
  readonly caCertificate: Buffer
}

/** The folder can't serve: says which file and why. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError'
}

interface Options {
  /** How often the folder is read again, in milliseconds. */
  readonly refresh?: number
  readonly onRotation?: (problem?: Error) => void
}

/**
 * Mutual TLS from a folder, as Crossplane mounts it: a client without a certificate of the authority is refused. New
 * files are picked up for new connections; files that do not fit together are reported, and the old ones stay in use.
 */
export const mutualTls = (folder: string, { refresh = 30_000, onRotation }: Options = {}) => {
  let current = readCertificates(folder)
  const listeners = { identity: new Set<Listener<Certificates>>(), authority: new Set<Listener<Certificates>>() }
  const timer = setInterval(() => {
    try {
      const next = readCertificates(folder)
      if (same(current, next)) return
      current = next
      for (const listener of [...listeners.authority, ...listeners.identity]) listener(next)
      onRotation?.()
    } catch (error) {
      onRotation?.(new Error(reasonOf(error), { cause: error }))
    }
  }, refresh)
  timer.unref()
  const provider: experimental.CertificateProvider = {
    addCaCertificateListener: listener => add(listeners.authority, listener, current),
    removeCaCertificateListener: listener => listeners.authority.delete(listener),
    addIdentityCertificateListener: listener => add(listeners.identity, listener, current),
    removeIdentityCertificateListener: listener => listeners.identity.delete(listener),
  }
  return experimental.createCertificateProviderServerCredentials(provider, provider, true)
}

export const noTls = () => ServerCredentials.createInsecure()

type Listener<T> = (update: T) => void

const add = (listeners: Set<Listener<Certificates>>, listener: Listener<Certificates>, current: Certificates): void => {
  listeners.add(listener)
  // Not at once: grpc-js registers the credentials' own watcher only after this call.
  process.nextTick(() => listener(current))
}

const readCertificates = (folder: string): Certificates => {
  const certificate = read(folder, 'tls.crt')
  const privateKey = read(folder, 'tls.key')
  const caCertificate = read(folder, 'ca.crt')
  const parsed = parse(folder, 'tls.crt', () => new X509Certificate(certificate))
  parse(folder, 'ca.crt', () => new X509Certificate(caCertificate))
  const key = parse(folder, 'tls.key', () => createPrivateKey(privateKey))
  if (!parsed.checkPrivateKey(key)) throw new CertificateError(`${folder}: tls.key is not the key of tls.crt`)
  return { certificate, privateKey, caCertificate }
}

const read = (folder: string, name: string): Buffer => {
  try {
    return readFileSync(join(folder, name))
  } catch (error) {
    throw new CertificateError(`can't read ${join(folder, name)}: ${reasonOf(error).split(',')[0]}`, { cause: error })
  }
}

const parse = <T>(folder: string, name: string, make: () => T): T => {
  try {
    return make()
  } catch (error) {
    throw new CertificateError(`${join(folder, name)} is not PEM: ${reasonOf(error)}`, { cause: error })
  }
}

const same = (left: Certificates, right: Certificates): boolean =>
  left.certificate.equals(right.certificate) &&
  left.privateKey.equals(right.privateKey) &&
  left.caCertificate.equals(right.caCertificate)

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
