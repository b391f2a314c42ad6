import type { Settings } from '../../control-plane/state.ts'

/** How often Crossplane's circuit breaker has opened for a claim of a kind, by core's own count. */
export const breakerOpens = async (
  settings: Settings | undefined,
  plural: 'xdatabases' | 'xservices' | 'xenvironments',
): Promise<number> => {
  const answer = await fetch(`http://127.0.0.1:${settings?.ports.coreMetrics}/metrics`)
  const lines = (await answer.text())
    .split('\n')
    .filter(line => line.startsWith('circuit_breaker_opens_total{') && line.includes(`composite/${plural}.`))
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}
