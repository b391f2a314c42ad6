import { join } from 'node:path'
import { nodeProgram } from '../../../packages/root.ts'
import type { ServerProgram } from './server.ts'

/** The floor: node:http2 with mutual TLS that carries the same bytes and does nothing. `answers`: a file per request length. */
export const echo = (answers: string): ServerProgram => ({
  name: 'echo',
  command: (port, certificates) => [
    nodeProgram,
    join(import.meta.dirname, 'echo-main.ts'),
    String(port),
    certificates,
    answers,
  ],
})
