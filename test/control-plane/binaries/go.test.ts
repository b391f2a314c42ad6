import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { explain, runGo } from '../../../control-plane/binaries/go.ts'

describe('explain', () => {
  it.each([
    ['write /x: no space left on device', 'the disk is full'],
    ['go: go.mod requires go >= 1.26.0 (running go 1.22.1; GOTOOLCHAIN=local)', 'Go 1.22.1 is too old'],
    ['dial tcp: lookup proxy.golang.org: no such host', 'look at the network'],
    ['./main.go:3:1: syntax error', 'syntax error'],
  ])('says what to do about: %s', (log, sentence) => {
    expect(explain(log, '/log')).toContain(sentence)
    expect(explain(log, '/log/file')).toMatch(/\/log\/file|too old/)
  })

  it('shows the compiler’s last lines and not its first ones', () => {
    const log = Array.from({ length: 50 }, (_, line) => `line ${line}.`).join('\n')
    expect(explain(log, '/log')).toContain('line 49.')
    expect(explain(log, '/log')).not.toContain('line 3.')
  })
})

describe('runGo', () => {
  it('tells who has no Go what to install', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'roadbed-'))
    vi.stubEnv('PATH', folder)
    await expect(runGo(['version'], folder, join(folder, 'log'))).rejects.toThrow('install Go 1.26 or newer')
    vi.unstubAllEnvs()
    expect(readFileSync(join(folder, 'log'), 'utf8')).toContain('$ go version')
  })
})
