import { connect } from 'node:tls'
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAnswer } from '../../functions/server/answer.ts'
import { CertificateError, mutualTls } from '../../functions/server/certificates.ts'
import { startServer } from '../../functions/server/server.ts'
import { writeIdentity } from '../../cli/function/certificates.ts'
import { certificateFolders, type Folders } from '../harness/server.ts'

/** The fingerprint of the certificate that a server shows. */
const shown = (port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ALPNProtocols: ['h2'] }, () => {
      resolve(socket.getPeerCertificate().fingerprint256)
      socket.destroy()
    })
    socket.once('error', reject)
  })

const waitFor = async (condition: () => Promise<boolean> | boolean): Promise<void> => {
  for (let tries = 0; tries < 100; tries++) {
    if (await condition()) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('it never came to pass')
}

const serve = async (folders: Folders, onRotation: (problem?: Error) => void) =>
  startServer({
    answer: createAnswer({ kinds: [] }),
    credentials: mutualTls(folders.server, { refresh: 50, onRotation }),
    address: '127.0.0.1:0',
    maxReceive: 2 ** 20,
    maxConnectionAge: 300,
  })

describe('mutualTls', () => {
  it('picks up certificates that are rotated on disk, or cert-manager’s renewal ends in an outage', async () => {
    const [first, second] = [certificateFolders(), certificateFolders()]
    let rotations = 0
    const server = await serve(first, () => rotations++)
    const before = await shown(server.port)
    writeIdentity(first.server, second.authority.server, second.authority)
    await waitFor(async () => rotations > 0 && (await shown(server.port)) !== before)
    expect(await shown(server.port)).not.toBe(before)
    await server.stop(1)
    first.remove()
    second.remove()
  })

  it('keeps serving with the old files when the new ones do not fit together, and says so', async () => {
    const [first, second] = [certificateFolders(), certificateFolders()]
    const problems: string[] = []
    const server = await serve(first, problem => problems.push(problem?.message ?? 'rotated'))
    const before = await shown(server.port)
    copyFileSync(join(second.server, 'tls.key'), join(first.server, 'tls.key'))
    await waitFor(() => problems.length > 0)
    expect(problems[0]).toMatch(/tls.key is not the key of tls.crt/)
    expect(await shown(server.port)).toBe(before)
    await server.stop(1)
    first.remove()
    second.remove()
  })

  it('keeps the old files in use when the server itself refuses the new ones, and says so', async () => {
    const [first, second] = [certificateFolders(), certificateFolders()]
    const problems: string[] = []
    const tls = mutualTls(first.server, {
      refresh: 20,
      onRotation: problem => problems.push(problem?.message ?? 'rotated'),
    })
    const before = tls.current()
    const stop = tls.onChange(() => {
      throw new Error('ee key too small')
    })
    writeIdentity(first.server, second.authority.server, second.authority)
    await waitFor(() => problems.includes('ee key too small'))
    expect(tls.current()).toBe(before)
    stop()
    await waitFor(() => problems.includes('rotated'))
    expect(tls.current()).not.toBe(before)
    first.remove()
    second.remove()
  })

  it('names the file that is missing or is no certificate', () => {
    const folders = certificateFolders()
    writeFileSync(join(folders.server, 'ca.crt'), 'not PEM')
    expect(() => mutualTls(folders.server)).toThrow(CertificateError)
    expect(() => mutualTls(folders.server)).toThrow(/ca\.crt is not PEM/)
    expect(() => mutualTls(join(folders.server, 'nowhere'))).toThrow(/can't read .*nowhere.*tls\.crt: ENOENT/)
    folders.remove()
  })
})
