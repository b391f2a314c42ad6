import type { Call } from './answer.ts'

/** What stands in a line beside its message. */
type Fields = Readonly<Record<string, string | number | boolean>>

/** JSON lines, with the levels that pino and bunyan have: what reads those reads these. */
export interface Log {
  readonly debugging: boolean
  readonly debug: (message: string, fields?: Fields) => void
  readonly info: (message: string, fields?: Fields) => void
  readonly error: (message: string, fields?: Fields) => void
}

/** A call's objects are never logged: they hold passwords. */
export const createLog = (debugging: boolean, write: (line: string) => void = toStandardOutput): Log => {
  const at =
    (level: number) =>
    (message: string, fields: Fields = {}): void =>
      write(`${JSON.stringify({ level, time: new Date().toISOString(), ...fields, msg: message })}\n`)
  return { debugging, debug: debugging ? at(20) : () => undefined, info: at(30), error: at(50) }
}

/** Calls once, and then not before so many milliseconds are over: what anybody can bring about must not fill a log. */
export const seldom = <T>(milliseconds: number, call: (value: T) => void): ((value: T) => void) => {
  let next = 0
  return value => {
    const now = performance.now()
    if (now < next) return
    next = now + milliseconds
    call(value)
  }
}

let listening = false

const toStandardOutput = (line: string): void => {
  // Claims are answered also when nobody reads the log any more.
  if (!listening) process.stdout.on('error', () => undefined)
  listening = true
  process.stdout.write(line)
}

/** Refusals and bugs always, other calls only while debugging. */
export const logCall = (log: Log, { problem, ...call }: Call): void => {
  if (problem === undefined && !log.debugging) return
  const rounded = { ...call, milliseconds: Math.round(call.milliseconds * 100) / 100 }
  if (problem instanceof Error) log.error('the function failed', { ...rounded, problem: stackOf(problem) })
  else if (problem !== undefined) log.info('claim refused', { ...rounded, problem })
  else log.debug('call', rounded)
}

/** With what has caused it; without whatever else somebody may have put into it. */
const stackOf = ({ stack = '', cause }: Error): string =>
  cause instanceof Error ? `${stack}\ncaused by ${stackOf(cause)}` : stack
