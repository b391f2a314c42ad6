import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createLog, logCall, seldom } from '../../functions/server/log.ts'
import { root } from '../../packages/root.ts'

const lines = (debug: boolean, problem?: string | Error) => {
  const written: string[] = []
  const log = createLog(debug, line => written.push(line))
  const call = {
    kind: 'XDatabase',
    name: 'a/b',
    milliseconds: 1.23456,
    requestBytes: 1,
    responseBytes: 1,
    known: false,
  }
  logCall(log, problem === undefined ? { ...call, outcome: 'ok' } : { ...call, outcome: 'refused', problem })
  return written.map(line => JSON.parse(line) as Record<string, unknown>)
}

describe('the log', () => {
  it('says nothing of calls that went well, or ten thousand claims would fill it', () => {
    expect(lines(false)).toEqual([])
    expect(lines(true)).toMatchObject([{ msg: 'call', milliseconds: 1.23 }])
  })

  it('always tells refusals, and bugs with their stack', () => {
    expect(lines(false, 'spec.size: no [UnknownSize]')).toMatchObject([
      { msg: 'claim refused', problem: 'spec.size: no [UnknownSize]' },
    ])
    const bug = Object.assign(new Error('a bug', { cause: new Error('because') }), { claim: 'pa55word' })
    expect(JSON.stringify(lines(false, bug))).not.toContain('pa55word')
    expect(lines(false, bug)).toMatchObject([
      {
        level: 50,
        msg: 'the function failed',
        problem: expect.stringMatching(/^Error: a bug\n +at [^]+because/) as string,
      },
    ])
  })

  it('ends nothing when nobody reads it any more, or a log collector that dies would take the function along', async () => {
    const program = `
      import { createLog } from ${JSON.stringify(join(root, 'functions/server/log.ts'))}
      const log = createLog(false)
      setInterval(() => log.info('still here'), 1)
      setTimeout(() => process.exit(7), 200)`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program])
    child.stdout.destroy()
    expect(await once(child, 'exit')).toEqual([7, null])
  })
})

it('does not fill a log with what anybody can bring about', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const said: number[] = []
  const say = seldom(1000, (value: number) => said.push(value))
  ;[1, 2].forEach(say)
  vi.advanceTimersByTime(1000)
  say(3)
  vi.useRealTimers()
  expect(said).toEqual([1, 3])
})
