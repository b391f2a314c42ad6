import { Capability, RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { inputApiVersion, inputKind } from '../../apis/input.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { databaseClaim } from './claims.ts'
import { examplePlatform } from './files.ts'

/** Parts of a request, as plain as a test wants to write them. */
type Changes = { readonly [Part in keyof RunFunctionRequest]?: object }

/** A request as core sends it for a new claim, with what a test changes. */
export const request = (changes: Changes = {}, claim: JsonObject = databaseClaim()): RunFunctionRequest => {
  const message = {
    meta: {
      tag: 'a-tag',
      capabilities: [Capability.CAPABILITY_CAPABILITIES, Capability.CAPABILITY_REQUIRED_RESOURCES],
    },
    desired: { resources: {} },
    input: { apiVersion: inputApiVersion, kind: inputKind, behaviour: 1 },
    requiredResources: { platform: { items: [{ resource: examplePlatform() }] }, environment: { items: [] } },
    ...changes,
    observed: {
      composite: { resource: { ...claim, metadata: { uid: 'a-uid', ...(claim['metadata'] as object) } } },
      resources: {},
      ...changes.observed,
    },
  }
  return RunFunctionRequest.fromPartial(message as never)
}

export const bytesOf = (message: RunFunctionRequest): Uint8Array => RunFunctionRequest.encode(message).finish()
