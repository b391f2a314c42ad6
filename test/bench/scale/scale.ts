import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Cluster } from '../../../control-plane/api/cluster.ts'
import { down } from '../../../control-plane/down.ts'
import { foldersOf, readSettings } from '../../../control-plane/state.ts'
import { up } from '../../../control-plane/up.ts'
import { isReady } from '../../../simulator/converge.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { examplePlatform } from '../../harness/files.ts'
import { between, until, usageOf, type Usage } from './usage.ts'

/** What many claims cost on a real control plane. */
export interface ScaleResult {
  readonly claims: number
  /** From the first claim to the last Ready, in seconds. */
  readonly seconds: number
  /** What that has used. */
  readonly making: Usage
  /** Two minutes in which nothing changes: for ten after its last change a claim is called for once a minute. */
  readonly again: Usage
}

type Report = (line: string) => void

const name = 'bench-scale'
/** A second of the stand-in providers: an RDS instance takes eight. Faster ones would measure themselves. */
const pace = 0.02
const atATime = 8

/** Databases on AWS, eight resources each, from nothing to Ready, with stand-ins for the providers. */
export const scale = async (claims: number, report: Report): Promise<ScaleResult> => {
  const progress = ({ text }: { readonly text: string }) => report(text)
  // One that was interrupted is still there: `npx roadbed down --name bench-scale` ends it too.
  await down({ name, keepData: false }, progress)
  try {
    await up({ name, pace }, progress)
    const folders = foldersOf(name)
    const settings = readSettings(folders, name)
    if (!settings) throw new Error('the control plane has no settings')
    const cluster = connect(folders.kubeconfig)
    const used = () => usageOf(folders, settings)
    await cluster.apply(examplePlatform())
    await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team-a' } })
    // The function has answered once, and core knows all kinds.
    await makeReady(cluster, 'warm', 1, report)
    const before = await used()
    const seconds = await makeReady(cluster, 'claim', claims, report)
    const made = await used()
    report(`${claims} Ready after ${seconds.toFixed(0)} s; called for again`)
    // What was written last is still looked at.
    await sleep(30_000)
    const resting = await used()
    await sleep(120_000)
    return { claims, seconds, making: between(before, made), again: between(resting, await used()) }
  } finally {
    await down({ name, keepData: false }, progress)
  }
}

/** @returns seconds until all were Ready */
const makeReady = async (cluster: Cluster, prefix: string, count: number, report: Report): Promise<number> => {
  const began = performance.now()
  const names = Array.from({ length: count }, (_, index) => `${prefix}-${index}`)
  const left = [...names]
  const applier = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const claim = databaseClaim({ placement: { provider: 'AWS' } }, { name: next })
      await until(() => cluster.apply(claim).then(() => true), 600, 1)
    }
  }
  await Promise.all(Array.from({ length: atATime }, applier))
  let told = 0
  await until(async () => {
    const { items } = await cluster.list('platform.roadbed.dev/v1alpha1', 'XDatabase')
    const ready = items.filter(isReady).length - (prefix === 'warm' ? 0 : 1)
    if (ready >= told + 100) report(`${(told = ready)} of ${count} Ready`)
    return ready >= count
  }, 3600)
  return (performance.now() - began) / 1000
}
