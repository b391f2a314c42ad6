import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { providers } from '../../../apis/blocks/placement.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { environmentClaim } from '../../harness/claims.ts'
import { example, exampleNames } from '../../harness/files.ts'
import { composedWith, databaseOn } from '../objects.ts'
import { applyPlatform, cluster, newNamespace, untilReady } from '../shared/bed.ts'
import { recordedComposition, startRecorder } from '../shared/recorder.ts'
import { withSource } from '../shared/with-source.ts'

/** Minutes. A claim is called for once a minute until its last transition is ten minutes ago. */
const [settling, hour] = [15, 60]
const milliseconds = (minutes: number): number => minutes * 60_000

const compositions = [...providers.map(databaseOn), 'service-kubernetes', 'environment']

/** A claim that the recorder answers. */
const answered = (composition: string, claim: JsonObject, namespace?: string): JsonObject =>
  composedWith(recordedComposition(composition), claim, namespace)

/** Each in a namespace of its own, by which the recorder tells them apart; one environment, for they have none. */
const claims = [
  ...(await Promise.all(
    exampleNames('database').flatMap(name =>
      providers.map(async provider => {
        const namespace = await newNamespace(`${name}-${provider}`)
        const claim = answered(databaseOn(provider), example('database', name), namespace)
        return { title: `the database ${name} on ${provider}`, ...(await withSource(claim, provider)) }
      }),
    ),
  )),
  ...(await Promise.all(
    ['minimal', 'worker'].map(async name => ({
      title: `the service ${name}`,
      claim: answered('service-kubernetes', example('service', name), await newNamespace(name)),
      source: undefined,
    })),
  )),
  { title: 'an environment', claim: answered('environment', environmentClaim()), source: undefined },
]

let recorder: Awaited<ReturnType<typeof startRecorder>>
let began = 0

beforeAll(
  async () => {
    recorder = await startRecorder(compositions)
    await applyPlatform()
    for (const { claim, source } of claims) {
      if (source) await cluster.apply(source)
      await cluster.apply(claim)
    }
    for (const { claim } of claims) await untilReady(claim, 300)
    await sleep(milliseconds(settling))
    began = performance.now()
    await sleep(milliseconds(hour))
    for (const { title, claim } of claims) process.stderr.write(`${title}: ${minutesOf(claim).join(' ')}\n`)
  },
  milliseconds(settling + hour + 15),
)
afterAll(() => recorder.stop())

/** When a claim was called for, in minutes of the hour. */
const minutesOf = (claim: JsonObject): readonly string[] =>
  recorder
    .callsOf(claim)
    .filter(({ at }) => at >= began)
    .map(({ at }) => ((at - began) / milliseconds(1)).toFixed(1))

describe('in an hour in which nothing changes', () => {
  it.each(claims)('$title is called for at most twice, or ten thousand claims cost what they need not', ({ claim }) => {
    expect(minutesOf(claim).length).toBeLessThanOrEqual(2)
  })

  it('some are called for, or nothing was measured', () => {
    expect(claims.flatMap(({ claim }) => minutesOf(claim)).length).toBeGreaterThan(claims.length / 2)
  })
})
