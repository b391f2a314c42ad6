import { Severity, type RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import type { JsonObject } from '../../functions/runtime/json.ts'
import type { ApiServer } from '../api/server.ts'
import { fetchNeeds, maxIterations, needsOf, sameNeeds, type Needs, type Selectors } from './requirements.ts'
import { decodeResponse, encodeRequest, type Request } from './wire.ts'

/** A composition function, as bytes in and bytes out. */
export type CallFunction = (request: Uint8Array) => Promise<Uint8Array>

export interface Step {
  readonly step: string
  readonly functionRef: { readonly name: string }
  readonly input?: JsonObject
  readonly requirements?: { readonly requiredResources?: readonly StaticRequirement[] }
}

interface StaticRequirement {
  readonly requirementName: string
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly namespace?: string
}

/** What one run of the pipeline came to. */
export interface PipelineResult {
  readonly desired: RunFunctionResponse['desired']
  readonly responses: readonly RunFunctionResponse[]
  readonly fatal: string | undefined
  /** The smallest TTL of any step, in seconds; 0 for never. */
  readonly ttl: number
  readonly calls: number
  readonly requestBytes: number
  readonly responseBytes: number
}

interface World {
  readonly api: ApiServer
  readonly functions: ReadonlyMap<string, CallFunction>
  readonly random: () => number
  /** The requirements of the last reconcile, by step: core v2.4 seeds the first call with them. */
  readonly seeds: Map<string, Needs>
}

/** Runs the steps of a Composition over an observed composite, as core does: a Fatal leaves at once. */
export const runPipeline = async (
  { api, functions, random, seeds }: World,
  steps: readonly Step[],
  observed: Pick<Request, 'composite' | 'composed'>,
): Promise<PipelineResult> => {
  const responses: RunFunctionResponse[] = []
  const totals = { calls: 0, requestBytes: 0, responseBytes: 0 }
  const call = async (step: Step, required: Request['required']): Promise<RunFunctionResponse> => {
    const run = functions.get(step.functionRef.name)
    if (!run) throw new Error(`pipeline step "${step.step}": there is no function "${step.functionRef.name}"`)
    const last = responses.at(-1)
    const bytes = encodeRequest(
      { ...observed, desired: last?.desired, input: step.input, context: last?.context, required },
      random,
    )
    const answer = await run(bytes)
    totals.calls++
    totals.requestBytes += bytes.length
    totals.responseBytes += answer.length
    return decodeResponse(answer)
  }
  for (const step of steps) {
    const response = await stable(api, step, seeds, required => call(step, required))
    responses.push(response)
    const fatal = response.results.find(({ severity }) => severity === Severity.SEVERITY_FATAL)
    if (fatal)
      return {
        ...totals,
        desired: undefined,
        responses,
        fatal: `pipeline step "${step.step}" returned a fatal result: ${fatal.message}`,
        ttl: 0,
      }
  }
  const ttls = responses
    .map(({ meta }) => (meta?.ttl?.seconds ?? 0) + (meta?.ttl?.nanos ?? 0) / 1e9)
    .filter(seconds => seconds > 0)
  return {
    ...totals,
    desired: responses.at(-1)?.desired,
    responses,
    fatal: undefined,
    ttl: Math.min(...ttls, Infinity) === Infinity ? 0 : Math.min(...ttls),
  }
}

/** Calls a step until it asks for the same twice. */
const stable = async (
  api: ApiServer,
  step: Step,
  seeds: Map<string, Needs>,
  call: (required: Request['required']) => Promise<RunFunctionResponse>,
): Promise<RunFunctionResponse> => {
  const fixed = fetchNeeds(api, { resources: staticSelectors(step), schemas: {} }).resources
  let asked = seeds.get(step.step) ?? needsOf()
  for (let iteration = 0; iteration <= maxIterations; iteration++) {
    const { resources, schemas } = fetchNeeds(api, asked)
    const response = await call({ resources: new Map([...fixed, ...resources]), schemas })
    if (response.results.some(({ severity }) => severity === Severity.SEVERITY_FATAL)) return response
    const wanted = needsOf(response.requirements)
    seeds.set(step.step, wanted)
    if (sameNeeds(wanted, asked)) return response
    asked = wanted
  }
  throw new Error(
    `pipeline step "${step.step}": requirements didn't stabilize after the maximum number of iterations (${maxIterations})`,
  )
}

const staticSelectors = ({ requirements }: Step): Selectors =>
  Object.fromEntries(
    (requirements?.requiredResources ?? []).map(({ requirementName, name, ...selector }) => [
      requirementName,
      { ...selector, matchName: name },
    ]),
  )
