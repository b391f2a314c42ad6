import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { readIfThere } from '../../../control-plane/files.ts'

/** What a tool does that is found on the PATH: lines of `sh`, in which `$*` is what it is told. */
export type Scripts = Partial<Record<'docker' | 'kind' | 'helm', string>>

/**
 * Puts tools on the PATH, and nothing else, for what is decided before a real one is asked for something.
 *
 * @returns what was asked of them, a line each
 */
export const fakeTools = (scripts: Scripts): (() => readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'roadbed-tools-'))
  const asked = join(folder, 'asked')
  for (const [tool, script] of Object.entries(scripts)) {
    const path = join(folder, tool)
    writeFileSync(path, `#!/bin/sh\necho "${tool} $*" >> ${asked}\n${script}\n`)
    chmodSync(path, 0o755)
  }
  vi.stubEnv('PATH', folder)
  return () => (readIfThere(asked) ?? '').split('\n').filter(line => line !== '')
}
