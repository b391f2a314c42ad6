import { RunFunctionResponse, type RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAnswer } from '../../harness/answer.ts'
import { definitionOf, type Definition } from '../peers/definition.ts'
import type { Peer } from '../peers/peers.ts'
import { kinds } from './bench-kinds.ts'
import { bytesOf } from './capture.ts'
import { renamed } from './rename.ts'
import { requestContributors, responseContributors, type Contributors } from './contributors.ts'
import type { Workload } from './sizes.ts'

/** A workload as files: a request each for many claims. */
export interface Prepared extends Workload {
  readonly definition: Definition
  /** Where the requests for a peer lie: with its own input, or as ours has them. */
  readonly requestsFor: (peer?: Peer) => string
  /** What we answer, by the name of the request's file. */
  readonly expected: ReadonlyMap<string, RunFunctionResponse>
  readonly requestBytes: number
  readonly responseBytes: number
  readonly contributors: { readonly request: Contributors; readonly response: Contributors }
}

interface Options {
  readonly folder: string
  readonly peers: readonly Peer[]
  /** How many claims take turns. */
  readonly claims: number
}

/** How often each claim is called for until the same bytes come again. */
const turns = 2

/**
 * Writes the requests of a workload, for each of many claims: a server that keeps what it has been asked before must not look
 * faster than it is on a platform with thousands of claims, none of whose calls has the bytes of the one before.
 */
export const prepare = async (workload: Workload, { folder, peers, claims }: Options): Promise<Prepared> => {
  const answer = createAnswer({ kinds })
  const requests = Array.from({ length: claims * turns }, (_, call) =>
    renamed(workload.request, call % claims, Math.floor(call / claims)),
  )
  const expected = new Map<string, RunFunctionResponse>()
  const base = join(folder, workload.size.replace(' ', '-'))
  const definition = definitionFor(workload)
  const folderFor = (peer?: Peer) => join(base, peer?.input ? peer.id : 'plain')
  for (const peer of [undefined, ...peers]) {
    const target = folderFor(peer)
    await mkdir(target, { recursive: true })
    const input = peer?.input?.(definition)
    for (const [number, request] of requests.entries())
      await writeFile(join(target, fileName(number)), bytesOf(input ? { ...request, input } : request))
  }
  for (const [number, request] of requests.entries())
    expected.set(fileName(number), RunFunctionResponse.decode(answer(bytesOf(request))))
  const [requestBytes, response] = sample(requests, answer)
  const answers = echoAnswers(folder)
  await mkdir(answers, { recursive: true })
  await writeFile(join(answers, String(requestBytes)), response)
  return {
    ...workload,
    definition,
    requestsFor: folderFor,
    expected,
    requestBytes,
    responseBytes: response.length,
    contributors: {
      request: requestContributors(workload.request),
      response: responseContributors(RunFunctionResponse.decode(response)),
    },
  }
}

/** What the peers have to compose for a workload. */
export const definitionFor = ({ atRest }: Workload): Definition => {
  const request = renamed(atRest, 0)
  return definitionOf(request, RunFunctionResponse.decode(createAnswer({ kinds })(bytesOf(request))))
}

/** What the echo answers, by the length of the request. */
export const echoAnswers = (folder: string): string => join(folder, 'answers')

const sample = (
  requests: readonly RunFunctionRequest[],
  answer: (bytes: Uint8Array) => Buffer,
): readonly [number, Buffer] => {
  const [first] = requests
  if (!first) throw new Error('there is no claim')
  const bytes = bytesOf(first)
  return [bytes.length, answer(bytes)]
}

const fileName = (number: number): string => `${String(number).padStart(4, '0')}.bin`
