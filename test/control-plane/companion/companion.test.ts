import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { revisionOf, runtimeStatus } from '../../../control-plane/companion/revision.ts'
import { delayBefore, supervise } from '../../../control-plane/companion/supervise.ts'
import { isRunning } from '../../../control-plane/processes/identity.ts'
import { recorded, running } from '../../../control-plane/processes/record.ts'
import { freshFolders } from '../harness.ts'
import { mkdirSync } from 'node:fs'

const object = {
  metadata: {
    name: 'roadbed-function-roadbed-1234',
    creationTimestamp: '2026-01-01T00:00:00Z',
    labels: { 'pkg.crossplane.io/package': 'roadbed-function-roadbed' },
  },
  spec: { desiredState: 'Active', image: 'xpkg.example.org/roadbed/function-roadbed:v0.1.0' },
}

describe('a FunctionRevision', () => {
  it('is told all three things that Crossplane waits for, at a time that stays, or it would be told for ever', () => {
    const revision = revisionOf(object)
    expect(runtimeStatus(revision, 'dns:///127.0.0.1:9443')['status']).toEqual({
      endpoint: 'dns:///127.0.0.1:9443',
      tlsServerSecretName: 'roadbed-function-roadbed-tls-server',
      conditions: [
        {
          type: 'RuntimeHealthy',
          status: 'True',
          reason: 'HealthyPackageRevision',
          lastTransitionTime: '2026-01-01T00:00:00Z',
        },
      ],
    })
  })

  it('is not run when it is inactive or on its way out', () => {
    expect(revisionOf(object).active).toBe(true)
    expect(revisionOf({ ...object, spec: { desiredState: 'Inactive' } }).active).toBe(false)
    const leaving = { ...object, metadata: { ...object.metadata, deletionTimestamp: '2026-01-02T00:00:00Z' } }
    expect(revisionOf(leaving).active).toBe(false)
    const paused = { annotations: { 'crossplane.io/paused': 'true' } }
    expect(revisionOf({ ...object, metadata: paused }).active).toBe(false)
  })
})

describe('supervise', () => {
  const sleeping = { path: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'] }

  it('starts a function again that has died, and not one that was stopped', async () => {
    const folders = freshFolders()
    mkdirSync(folders.root, { recursive: true })
    const said: string[] = []
    const program = supervise(folders, 'function-x', sleeping, text => said.push(text))
    const first = running(folders, 'function-x')
    if (!first) return expect.unreachable('it has not started')
    process.kill(first.pid, 'SIGKILL')
    const restarted = () => {
      const now = running(folders, 'function-x')
      return now && now.pid !== first.pid ? now : undefined
    }
    await expect.poll(restarted, { timeout: 5000 }).toBeDefined()
    const second = restarted()
    await program.stop()
    expect(said).toEqual(['function-x ended (SIGKILL); it is started again in 500 ms'])
    expect(second && isRunning(second)).toBe(false)
    await sleep(100)
    expect(recorded(folders)).toEqual([])
  })

  it('waits longer each time, up to half a minute: a function that can’t start must not eat the machine', () => {
    expect([1, 2, 3, 20].map(delayBefore)).toEqual([500, 1000, 2000, 30_000])
  })

  it('says that a program can’t be started', async () => {
    const folders = freshFolders()
    mkdirSync(folders.root, { recursive: true })
    writeFileSync(join(folders.root, 'program'), '', { mode: 0o600 })
    const said: string[] = []
    const program = supervise(folders, 'x', { path: './program', args: [] }, text => said.push(text))
    while (said.length === 0) await sleep(10)
    await program.stop()
    expect(said[0]).toContain('x can’t be started')
  })
})
