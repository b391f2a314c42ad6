import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { locked } from '../../control-plane/lock.ts'
import { sleeper } from './harness.ts'

const fresh = (): string => join(mkdtempSync(join(tmpdir(), 'roadbed-')), 'folder', 'lock')
const nobodyWaits = (): void => expect.unreachable('nobody holds it')

describe('locked', () => {
  it('lets one go after the other, or two builders would write one file', async () => {
    const file = fresh()
    let inside = 0
    let most = 0
    const act = async () => {
      most = Math.max(most, ++inside)
      await sleep(50)
      inside--
    }
    await Promise.all([1, 2, 3].map(() => locked(file, () => undefined, act)))
    expect(most).toBe(1)
    expect(existsSync(file)).toBe(false)
  })

  it('is free again after a failure', async () => {
    const file = fresh()
    await expect(locked(file, nobodyWaits, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await locked(file, nobodyWaits, () => Promise.resolve('yes'))).toBe('yes')
  })

  it.each(['holder was killed and its number is another’s', 'file is damaged'])(
    'counts for nothing when its %s',
    async how => {
      const file = fresh()
      await locked(file, nobodyWaits, () => Promise.resolve())
      writeFileSync(file, how.startsWith('holder') ? JSON.stringify({ ...sleeper(), started: '1' }) : '{')
      expect(await locked(file, nobodyWaits, () => Promise.resolve('ours'))).toBe('ours')
    },
  )
})
