import type { PlatformSpec } from '../../../apis/platform/schema.ts'
import type { ServiceSpec } from '../../../apis/service/schema.ts'
import { resolve } from '../../../functions/kinds/service/resolve/index.ts'
import type { Service } from '../../../functions/kinds/service/service.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import type { Emit, Entry } from '../../../functions/runtime/plan.ts'
import type { Outcome } from '../../../functions/runtime/result.ts'
import { inputApiVersion, inputKind } from '../../../apis/input.ts'
import { serviceClaim } from '../../harness/claims.ts'
import { examplePlatform } from '../../harness/files.ts'
import { observed, type Description } from '../../runtime/fixtures.ts'

/** A platform that has everything. */
export const full = examplePlatform()['spec'] as PlatformSpec

/** What a service's claim comes to on a platform, in a namespace without an environment. */
export const resolved = (
  spec: Partial<ServiceSpec> = {},
  platform: PlatformSpec = full,
  { claim = {}, ...sent }: Description = {},
): Outcome<Service> => {
  const whole = serviceClaim(spec as JsonObject, { uid: '4f6b' })
  const seen = observed({ required: { environment: [] }, ...sent, claim: { ...whole, ...claim } })
  return resolve(
    whole['spec'] as ServiceSpec,
    platform,
    { apiVersion: inputApiVersion, kind: inputKind, behaviour: 1 },
    seen,
  )
}

/** The same where nothing is refused. */
export const serviceOf = (...args: Parameters<typeof resolved>): Service => {
  const outcome = resolved(...args)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}

/** The codes and fields of what is refused. */
export const refusalsOf = (...args: Parameters<typeof resolved>): readonly string[] => {
  const outcome = resolved(...args)
  return outcome.ok ? [] : outcome.refusals.map(({ code, path }) => `${code} ${path}`)
}

/** What an entry composes. */
export const resourceOf = (entry: Entry): Emit['resource'] => {
  if (entry.state !== 'emit') throw new Error(`${entry.state}: ${entry.why}`)
  return entry.resource
}

/** A domain that leads to a service. */
export const reached: Partial<ServiceSpec> = {
  networking: { ingress: [{ name: 'web', domain: 'api.company.example' }] },
}
