import { refuse, type Refusal } from './errors.ts'
import { guard } from './guard.ts'
import type { Edge, KindModule } from './kind.ts'
import { observe, type Observed } from './observed.ts'
import { Capability, type RunFunctionRequest, type RunFunctionResponse } from './protocol.ts'
import { passThrough, respond, respondFatal } from './respond.ts'
import { refused } from './result.ts'
import { settle } from './settle.ts'

/** A composition function over plain objects. Never throws for what a user wrote: an exception is a bug. */
export type Handler = (request: RunFunctionRequest, edge: Edge) => RunFunctionResponse

/** One request to one response: find the kind, plan, guard, judge, respond. */
export const createHandler =
  (kinds: readonly KindModule[]): Handler =>
  (request, edge) => {
    const observed = observe(request)
    const module = moduleFor(kinds, observed)
    if (!module) return passThrough(request)
    const composed = canRun(observed) ? module.compose(observed, edge) : refused(tooOld)
    if (!composed.ok) return fatal(module, request, observed, composed.refusals)
    const upstream = new Set(request.desired.resources.keys())
    const guarded = guard(composed.value.plan, module.keys, observed, upstream)
    if (!guarded.ok) return fatal(module, request, observed, guarded.refusals)
    const settled = settle(guarded.value, observed)
    return respond({ request, observed, settled, composed: composed.value, module, clock: edge })
  }

/** What is answered when the handler threw: nothing changes, and the claim says that it is our fault. */
export const internalError = (kinds: readonly KindModule[], request: RunFunctionRequest): RunFunctionResponse => {
  const observed = observe(request)
  const module = moduleFor(kinds, observed)
  if (!module) return passThrough(request)
  const bug = refuse(
    'Internal',
    `${observed.claim.kind}/${observed.claim.name}`,
    'the function failed; its log says why',
  )
  return fatal(module, request, observed, [bug])
}

const moduleFor = (kinds: readonly KindModule[], { claim }: Observed): KindModule | undefined =>
  kinds.find(({ apiVersion, kind }) => apiVersion === claim.apiVersion && kind === claim.kind)

const fatal = (module: KindModule, request: RunFunctionRequest, observed: Observed, refusals: readonly Refusal[]) =>
  respondFatal({ request, observed, refusals, module, support: module.support(observed) })

const canRun = (observed: Observed): boolean => observed.can(Capability.requiredResources)

const tooOld = refuse('UnsupportedCrossplane', 'Crossplane', 'this Crossplane tells no capability to fetch resources')
