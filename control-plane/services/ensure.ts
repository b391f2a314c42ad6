import type { Report } from '../progress.ts'
import { stopwatch } from '../progress.ts'
import { running } from '../processes/record.ts'
import { waitFor, waitUntilReady } from '../processes/ready.ts'
import { startProcess } from '../processes/start.ts'
import { stopProcess } from '../processes/stop.ts'
import { isFreeSoon } from '../ports.ts'
import { portsOf, type Plan, type Service } from './service.ts'

/**
 * Has a service run and answer: one that runs is left alone, one that hangs is started anew.
 *
 * @returns whether it had to be started
 */
export const ensureService = async (
  { folders, settings }: Plan,
  service: Service,
  report: Report,
): Promise<boolean> => {
  const elapsed = stopwatch()
  if (running(folders, service.name)) {
    if (await answersSoon(service)) return false
    report({ text: `${service.name} runs but does not answer: it is started anew` })
    await stopProcess(folders, service.name)
  }
  // It may have died since its ports were settled. Whoever else holds one is told of by the service itself.
  for (const port of portsOf[service.name]) await isFreeSoon(settings.ports[port])
  await startProcess(folders, service.name, service.command)
  await waitUntilReady(folders, service.name, service.probe, service.seconds)
  report({ text: `${service.name} ready`, seconds: elapsed() })
  return true
}

const answersSoon = ({ probe }: Service): Promise<boolean> =>
  waitFor(probe, 15, '').then(
    () => true,
    () => false,
  )
