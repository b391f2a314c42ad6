import { crossplaneNamespace } from '../accounts.ts'
import { circuitBreaker } from '../services/core.ts'
import type { Folders } from '../state.ts'
import type { KindState } from './state.ts'
import { run } from './tools.ts'

/** Crossplane's own Helm chart, as its documentation installs it. */
const published = { chart: 'crossplane', repository: 'https://charts.crossplane.io/stable' } as const

/** What `helm` is told. @param chart a folder or file with the chart; default: the published one */
export const helmArguments = (
  { kubeconfig }: Pick<Folders, 'kubeconfig'>,
  { crossplane, pace }: Pick<KindState, 'crossplane' | 'pace'>,
  chart?: string,
): readonly string[] => [
  'upgrade',
  '--install',
  'crossplane',
  ...(chart === undefined
    ? [published.chart, '--repo', published.repository, '--version', crossplane.replace(/^v/, '')]
    : [chart]),
  '--namespace',
  crossplaneNamespace,
  '--create-namespace',
  '--kubeconfig',
  kubeconfig,
  '--set',
  `image.tag=${crossplane}`,
  '--set-json',
  `args=${JSON.stringify(circuitBreaker(pace))}`,
  '--wait',
  '--timeout',
  '10m',
]

/** Installs Crossplane, or brings it to what it should be. @throws a sentence for the user */
export const installCrossplane = async (folders: Folders, state: KindState, chart?: string): Promise<void> =>
  void (await run('helm', helmArguments(folders, state, chart), 660))
