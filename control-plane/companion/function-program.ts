import { join } from 'node:path'
import type { Command } from '../processes/start.ts'
import type { Revision } from './revision.ts'

const root = join(import.meta.dirname, '..', '..')

/** How the function of a revision is run. Packages hold no program for this machine yet: it is the one of this checkout. */
export const functionProgram = (_revision: Revision, address: string, certificates: string): Command => ({
  path: process.execPath,
  args: [
    join(root, 'functions', 'main.ts'),
    '--tls-certs-dir',
    certificates,
    '--address',
    address,
    '--metrics-address',
    'none',
  ],
})
