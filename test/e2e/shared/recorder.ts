import { RunFunctionRequest, RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import { expect } from 'vitest'
import { tlsFolder } from '../../../control-plane/credentials.ts'
import { kinds } from '../../../functions/kinds/index.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../../functions/runtime/read.ts'
import { createAnswer } from '../../harness/answer.ts'
import { mutualTls } from '../../../functions/server/certificates.ts'
import { startServer } from '../../../functions/server/server.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { readYaml } from '../../harness/files.ts'
import { eventually } from '../objects.ts'
import { cluster, folders, newNamespace, untilReady } from './bed.ts'

/** One call as core made it. */
export interface Recorded {
  /** Milliseconds, of the monotonic clock. */
  readonly at: number
  readonly request: RunFunctionRequest
}

/** What a call brings along of what was required, and how many of each. */
export const requiredOf = ({ request }: Recorded): readonly string[] =>
  Object.entries(request.requiredResources)
    .map(([name, { items }]) => `${name} ${items.length}`)
    .toSorted()

/** Changes an answer of our function, to see what core makes of it. */
export type Script = (response: RunFunctionResponse, request: RunFunctionRequest) => RunFunctionResponse

/** Of its own, as are the Compositions: files run side by side. */
export const functionName = `recorder-${process.pid}`

/** The name of one of our Compositions, by that of its file, with this function in it. */
export const recordedComposition = (composition: string): string => `recorded-${composition}-${process.pid}`

/**
 * Our function once more, in the test's own process: real core calls it, and the test sees every call and may change the
 * answers. It is installed without a package: core reads where a function is from a paused FunctionRevision.
 */
export const startRecorder = async (recorded = ['database', 'database-aws', 'database-kubernetes']) => {
  const calls: Recorded[] = []
  let edits = 0
  const scripts = new Map<string, Script>()
  let time = 0
  const held = { kinds, now: () => time, seed: () => new Uint8Array(32).fill(7) }
  const [own, anew] = [createAnswer(held), createAnswer({ ...held, keep: 0 })]
  const answer = (bytes: Uint8Array): readonly Buffer[] => {
    const request = RunFunctionRequest.decode(bytes)
    calls.push({ at: performance.now(), request })
    time = Date.now()
    const answered = own(bytes)
    if (!answered.equals(anew(bytes))) throw new Error('what is remembered of earlier calls has changed an answer')
    const response = RunFunctionResponse.decode(answered)
    const script = scripts.get(callsNamespace(request))
    return [Buffer.from(RunFunctionResponse.encode(script ? script(response, request) : response).finish())]
  }
  const server = await startServer({
    answer,
    credentials: mutualTls(tlsFolder(folders, 'function')),
    address: '127.0.0.1:0',
    maxReceive: Infinity,
    maxConnectionAge: 3600,
  })
  const installed = [...packageObjects(), ...recorded.map(compositionOf)]
  for (const object of installed) await cluster.apply(object)
  const [, revision = {}] = installed
  const status = { endpoint: `dns:///127.0.0.1:${server.port}`, capabilities: ['composition'] }
  await cluster.apply({ ...identityOf(revision), status }, 'status')
  const use = (claim: JsonObject, script: Script | undefined) =>
    script ? scripts.set(claimsNamespace(claim), script) : scripts.delete(claimsNamespace(claim))
  /** A claim in a namespace of its own, not applied yet. */
  const claim = async (composition = recordedComposition('database-kubernetes')): Promise<JsonObject> => {
    const namespace = await newNamespace('behaviour')
    return databaseClaim({ crossplane: { compositionRef: { name: composition } } }, { namespace })
  }
  const start = async (started: JsonObject, script?: Script): Promise<JsonObject> => {
    use(started, script)
    await cluster.apply(started)
    return started
  }
  /** Those for a claim; all of them without one. */
  const callsOf = (of?: JsonObject): readonly Recorded[] =>
    calls.filter(({ request }) => of === undefined || callsNamespace(request) === claimsNamespace(of))
  return {
    claim,
    /** Applies a claim, with a script from its first call on. */
    start,
    /** A claim that is Ready. */
    made: async (composition?: string, script?: Script): Promise<JsonObject> => {
      const started = await start(await claim(composition), script)
      await untilReady(started)
      return started
    },
    /** Answers differently from now on, and has core call; without a script as our function does. */
    answer: async (to: JsonObject, script?: Script): Promise<void> => {
      use(to, script)
      await cluster.patch(to, { metadata: { annotations: { 'example.org/edit': String((edits += 1)) } } })
    },
    callsOf,
    /** Until core has not called for so many seconds. */
    untilQuiet: (claimed: JsonObject | undefined, seconds: number) =>
      eventually(() => {
        expect(performance.now() - (callsOf(claimed).at(-1)?.at ?? 0)).toBeGreaterThan(seconds * 1000)
      }),
    stop: async () => {
      for (const object of installed.toReversed()) await cluster.remove(object)
      await server.stop(1)
    },
  }
}

const claimsNamespace = (claim: JsonObject): string => textAt(claim, 'metadata', 'namespace') ?? ''

const callsNamespace = ({ observed }: RunFunctionRequest): string =>
  textAt(observed?.composite?.resource ?? {}, 'metadata', 'namespace') ?? ''

const identityOf = ({ apiVersion = '', kind = '', metadata = {} }: JsonObject): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name: textAt({ metadata }, 'metadata', 'name') ?? '' },
})

const packageObjects = (): readonly JsonObject[] => {
  const annotations = { 'crossplane.io/paused': 'true' }
  const image = 'none.example.org/roadbed/recorder:v0.0.0'
  const pkg = { apiVersion: 'pkg.crossplane.io/v1', kind: 'Function', metadata: { name: functionName, annotations } }
  const labels = { 'pkg.crossplane.io/package': functionName }
  return [
    { ...pkg, spec: { package: image } },
    {
      ...pkg,
      kind: 'FunctionRevision',
      metadata: { name: `${functionName}-1`, annotations, labels },
      spec: { desiredState: 'Active', image, revision: 1 },
    },
  ]
}

/** One of our own Compositions, with this function in it. */
const compositionOf = (name: string): JsonObject => {
  const composition = readYaml(`compositions/${name}.yaml`)
  const spec = objectAt(composition, 'spec')
  const pipeline = listAt(spec, 'pipeline').map(step => ({
    ...objectAt({ step }, 'step'),
    functionRef: { name: functionName },
  }))
  return { ...composition, metadata: { name: recordedComposition(name) }, spec: { ...spec, pipeline } }
}
