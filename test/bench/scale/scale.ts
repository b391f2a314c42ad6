import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Cluster } from '../../../control-plane/api/cluster.ts'
import { down } from '../../../control-plane/down.ts'
import { foldersOf, readSettings } from '../../../control-plane/state.ts'
import { up } from '../../../control-plane/up.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { isReady } from '../../../simulator/converge.ts'
import { examplePlatform } from '../../harness/files.ts'
import type { Definition } from '../peers/definition.ts'
import type { Peer } from '../peers/peers.ts'
import { comparable, small, type Claims } from './claims.ts'
import { putInOurPlace } from './in-our-place.ts'
import { between, until, usageOf, type Usage } from './usage.ts'

/** What many claims cost on a real control plane. */
export interface ScaleResult {
  readonly claims: number
  /** Whose process has answered, by its name in what was used. */
  readonly answering: string
  /** From the first claim to the last Ready, in seconds. */
  readonly seconds: number
  /** What that has used. */
  readonly making: Usage
  /** Two minutes in which nothing changes: for ten after its last change a claim is called for once a minute. */
  readonly again: Usage
}

/** Who answers which claims. Default: our function those of three lines. */
export interface Contest {
  readonly definition: Definition
  /** In our place. */
  readonly peer?: Peer
}

type Report = (line: string) => void

const name = 'bench-scale'
/** A second of the stand-in providers: an RDS instance takes eight. Faster ones would measure themselves. */
const pace = 0.02
const atATime = 8

/** Databases on AWS, eight resources each, from nothing to Ready, with stand-ins for the providers. */
export const scale = async (claims: number, report: Report, contest?: Contest): Promise<ScaleResult> => {
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
    const place = contest?.peer && (await putInOurPlace(cluster, folders, contest.peer, contest.definition))
    const claim = contest ? comparable(contest.definition, place?.composition ?? 'database-aws') : small
    await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespaceOf(claim(0)) } })
    // The function has answered once, and core knows all kinds.
    await makeReady(cluster, claim, [0, 1], report)
    const before = await used()
    const seconds = await makeReady(cluster, claim, [1, claims + 1], report)
    const made = await used()
    report(`${claims} Ready after ${seconds.toFixed(0)} s; called for again`)
    // What was written last is still looked at.
    await sleep(30_000)
    const resting = await used()
    await sleep(120_000)
    const answering = place?.process ?? 'function'
    return { claims, answering, seconds, making: between(before, made), again: between(resting, await used()) }
  } finally {
    await down({ name, keepData: false }, progress)
  }
}

const namespaceOf = (claim: JsonObject): string => textAt(claim, 'metadata', 'namespace') ?? ''

/** Makes the claims of these numbers, after all those before them. @returns seconds until all were Ready */
const makeReady = async (
  cluster: Cluster,
  claim: Claims,
  [first, behind]: readonly [number, number],
  report: Report,
): Promise<number> => {
  const began = performance.now()
  const left = Array.from({ length: behind - first }, (_, index) => behind - 1 - index)
  const applier = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const object = claim(next)
      await until(() => cluster.apply(object).then(() => true), 600, 1)
    }
  }
  await Promise.all(Array.from({ length: atATime }, applier))
  let told = 0
  await until(async () => {
    const { items } = await cluster.list('platform.roadbed.dev/v1alpha1', 'XDatabase')
    const ready = items.filter(isReady).length
    if (ready >= told + 100) report(`${(told = ready)} of ${behind} Ready`)
    return ready >= behind
  }, 7200)
  return (performance.now() - began) / 1000
}
