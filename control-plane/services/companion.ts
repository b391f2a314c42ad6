import { join } from 'node:path'
import { loopback } from '../ports.ts'
import { answers } from '../processes/answers.ts'
import type { Plan, Service } from './service.ts'

const main = join(import.meta.dirname, '..', 'companion', 'main.ts')

/** The one process of ours: registry, function runtime, and what stands in for providers. */
export const companion = ({ folders, settings: { ports, pace } }: Plan): Service => ({
  name: 'companion',
  command: {
    path: process.execPath,
    args: [main, '--folder', folders.root, '--registry-port', String(ports.registry), '--pace', String(pace)],
  },
  probe: () => answers(`http://${loopback}:${ports.registry}/v2/`),
  seconds: 30,
})
