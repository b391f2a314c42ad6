import { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { bed } from '../../harness/plane.ts'
import { databaseClaim, platform } from './claim.ts'

/** What core sends for one claim: when nothing is there yet, and when everything has been there for long. */
export interface Captured {
  readonly first: RunFunctionRequest
  readonly atRest: RunFunctionRequest
}

/** Brings claims of these names from nothing to rest on AWS, in one simulated control plane. */
export const capture = async (names: readonly string[], size: string): Promise<readonly Captured[]> => {
  const { calls, claim, converge } = bed({ provider: 'AWS', platform: platform() })
  const captured: Captured[] = []
  for (const name of names) {
    const before = calls.length
    const { outcome } = await converge(claim(databaseClaim(name, size)))
    const own = calls.slice(before).map(({ request }) => request)
    const first = own.findLast(({ observed }) => Object.keys(observed?.resources ?? {}).length === 0)
    const atRest = own.at(-1)
    if (outcome !== 'ready' || !first || !atRest) throw new Error(`${name} came out ${outcome}, not ready`)
    captured.push({ first, atRest })
  }
  return captured
}

export const bytesOf = (request: RunFunctionRequest): Uint8Array => RunFunctionRequest.encode(request).finish()
