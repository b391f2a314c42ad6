import { readFileSync } from 'node:fs'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { join } from 'node:path'

/** The server's certificate and key, and the authority that signs its clients'. PEM. */
export interface PemSet {
  readonly certificate: Buffer
  readonly privateKey: Buffer
  readonly caCertificate: Buffer
  /** The authorities in it, one or more. */
  readonly authorities: readonly X509Certificate[]
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

/** What a server shows and trusts; nothing for one without TLS. */
export type Credentials = MutualTls | undefined

export interface MutualTls {
  readonly current: () => PemSet
  /** Calls back with every further set. A listener that throws keeps the old one in use. @returns what ends that */
  readonly onChange: (listener: (set: PemSet) => void) => () => void
}

/**
 * Mutual TLS from a folder, as Crossplane mounts it: a client without a certificate of the authority is refused. New
 * files are picked up for new connections; files that do not fit together are reported, and the old ones stay in use.
 */
export const mutualTls = (folder: string, { refresh = 30_000, onRotation }: Options = {}): MutualTls => {
  let current = readCertificates(folder)
  const listeners = new Set<(set: PemSet) => void>()
  const timer = setInterval(() => {
    try {
      const next = readCertificates(folder)
      if (same(current, next)) return
      for (const listener of listeners) listener(next)
      current = next
      onRotation?.()
    } catch (error) {
      onRotation?.(new Error(reasonOf(error), { cause: error }))
    }
  }, refresh)
  timer.unref()
  return {
    current: () => current,
    onChange: listener => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

export const noTls = (): Credentials => undefined

const readCertificates = (folder: string): PemSet => {
  const certificate = read(folder, 'tls.crt')
  const privateKey = read(folder, 'tls.key')
  const caCertificate = read(folder, 'ca.crt')
  const parsed = parse(folder, 'tls.crt', () => new X509Certificate(certificate))
  const authorities = parse(folder, 'ca.crt', () => certificatesIn(caCertificate))
  const key = parse(folder, 'tls.key', () => createPrivateKey(privateKey))
  if (!parsed.checkPrivateKey(key)) throw new CertificateError(`${folder}: tls.key is not the key of tls.crt`)
  return { certificate, privateKey, caCertificate, authorities }
}

/** The certificates of a PEM file. @throws when there is none */
export const certificatesIn = (pem: Buffer): readonly X509Certificate[] => {
  const texts = pem.toString().match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)
  if (!texts) throw new Error('no certificate is in it')
  return texts.map(text => new X509Certificate(text))
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

const same = (left: PemSet, right: PemSet): boolean =>
  left.certificate.equals(right.certificate) &&
  left.privateKey.equals(right.privateKey) &&
  left.caCertificate.equals(right.caCertificate)

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
