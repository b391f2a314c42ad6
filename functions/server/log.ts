import { pino, type DestinationStream, type Logger } from 'pino'
import type { Call } from './answer.ts'

/** JSON lines on standard output. A call's objects are never logged: they hold passwords. */
export const createLog = (debug: boolean, destination: DestinationStream = pino.destination(1)): Logger =>
  pino({ level: debug ? 'debug' : 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)

/** Refusals and bugs always, other calls only while debugging. */
export const logCall = (log: Logger, { problem, ...call }: Call): void => {
  if (problem === undefined && !log.isLevelEnabled('debug')) return
  const rounded = { ...call, milliseconds: Math.round(call.milliseconds * 100) / 100 }
  if (problem instanceof Error) log.error({ ...rounded, err: problem }, 'the function failed')
  else if (problem !== undefined) log.info({ ...rounded, problem }, 'claim refused')
  else log.debug(rounded, 'call')
}
