import {
  Capability,
  Ready,
  RunFunctionRequest,
  RunFunctionResponse,
  type Resource as WireResource,
} from '@crossplane-org/function-sdk-typescript'
import { createHash } from 'node:crypto'
import { canonical } from '../../functions/runtime/canonical.ts'
import type { Json, JsonObject } from '../../functions/runtime/json.ts'
import type { Fetched } from './requirements.ts'
import { shuffled, shuffledFields } from './shuffle.ts'

/** One observed or fetched object, as core sends it. */
export interface Sent {
  readonly resource: JsonObject
  readonly connectionDetails: ReadonlyMap<string, Uint8Array>
}

export interface Request {
  readonly composite: JsonObject
  readonly composed: ReadonlyMap<string, Sent>
  readonly desired: RunFunctionResponse['desired']
  readonly input: JsonObject | undefined
  readonly context: RunFunctionResponse['context']
  readonly required: Fetched
}

/** What core v2.4 says that it can do. */
const capabilities = [
  Capability.CAPABILITY_CAPABILITIES,
  Capability.CAPABILITY_REQUIRED_RESOURCES,
  Capability.CAPABILITY_CREDENTIALS,
  Capability.CAPABILITY_CONDITIONS,
  Capability.CAPABILITY_REQUIRED_SCHEMAS,
]

/** The request's bytes, by the official SDK's codec; every map and every object in another order each time. */
export const encodeRequest = (request: Request, random: () => number): Uint8Array => {
  const mixed = <Value>(map: ReadonlyMap<string, Value>) => shuffled([...map], random)
  const message = RunFunctionRequest.fromPartial({
    meta: { tag: tagOf(request), capabilities },
    observed: {
      composite: { resource: mixedObject(request.composite, random) },
      resources: Object.fromEntries(mixed(request.composed).map(([key, sent]) => [key, wireResource(sent, random)])),
    },
    desired: request.desired ?? { resources: {} },
    input: request.input && mixedObject(request.input, random),
    context: request.context,
    requiredResources: Object.fromEntries(
      mixed(request.required.resources).map(([name, items]) => [
        name,
        { items: items.map(item => wireResource(plain(item), random)) },
      ]),
    ),
    requiredSchemas: Object.fromEntries(
      mixed(request.required.schemas).map(([name, schema]) => [name, schema ? { openapiV3: schema } : {}]),
    ),
  })
  return RunFunctionRequest.encode(message).finish()
}

export const decodeResponse = (bytes: Uint8Array): RunFunctionResponse => RunFunctionResponse.decode(bytes)

const plain = (resource: JsonObject): Sent => ({ resource, connectionDetails: new Map() })

const mixedObject = (object: JsonObject, random: () => number) => shuffledFields(object, random) as Record<string, Json>

const wireResource = ({ resource, connectionDetails }: Sent, random: () => number): WireResource => ({
  resource: mixedObject(resource, random),
  connectionDetails: Object.fromEntries([...connectionDetails].map(([key, value]) => [key, Buffer.from(value)])),
  ready: Ready.READY_UNSPECIFIED,
})

const sentOf = ({ resource, connectionDetails }: Sent): JsonObject => ({
  resource,
  details: Object.fromEntries(
    [...connectionDetails].map(([key, value]) => [key, Buffer.from(value).toString('base64')]),
  ),
})

/** Computed once per step, over what is observed: not renewed when requirements are fetched. */
const tagOf = ({ composite, composed, input }: Request): string => {
  const content = {
    composite,
    input: input ?? {},
    composed: Object.fromEntries([...composed].map(([key, sent]) => [key, sentOf(sent)])),
  }
  return createHash('sha256').update(canonical(content)).digest('hex')
}
