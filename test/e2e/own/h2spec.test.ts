import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { buildOwn } from '../../programs/go.ts'
import { answering, http2Server } from '../../harness/http2-server.ts'

interface Judgement {
  readonly passed: number
  readonly skipped: number
  readonly failed: readonly string[]
}

it('our HTTP/2 is what h2spec calls HTTP/2, strict cases too: or some client of tomorrow would not be understood', async () => {
  const program = await buildOwn('test/contract/h2spec')
  const server = await http2Server(answering(1000))
  const { stdout } = await promisify(execFile)(program, [`-port=${server.port}`], { maxBuffer: 2 ** 24 })
  await server.close()
  const judged = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Judgement
  expect(judged).toEqual({ passed: 146, skipped: 0, failed: [] })
})
