import { apiVersion } from '../../../apis/group.ts'
import type { PlatformSpec } from '../../../apis/platform/schema.ts'
import { serviceSpec, type ServiceSpec } from '../../../apis/service/schema.ts'
import type { Input } from '../../../apis/input.ts'
import { Provisioned } from '../../runtime/conditions.ts'
import { refuse, type Refusal } from '../../runtime/errors.ts'
import type { Composed, KindModule } from '../../runtime/kind.ts'
import type { Observed } from '../../runtime/observed.ts'
import type { Requirement } from '../../runtime/protocol.ts'
import { ok, refused, type Outcome } from '../../runtime/result.ts'
import { parseInput } from '../../settings/input.ts'
import { platformOf, supportOf } from '../../settings/platform.ts'
import { environmentCheck } from '../../settings/surroundings.ts'
import { shapeOf } from '../../settings/shape.ts'
import { environmentFirst } from '../environment-first.ts'
import { nameChecks, namesTaken } from '../fixed-name.ts'
import { accountFirst } from './account-first.ts'
import { bindingChecks } from './binding.ts'
import { BindingsReady, conditionsOf, RolledOut } from './conditions.ts'
import { keys } from './keys.ts'
import { wantedNames } from './names.ts'
import { overridden, overrideRefusals } from './overrides.ts'
import { plan } from './plan.ts'
import { resolve } from './resolve/index.ts'
import type { Service } from './service.ts'
import { status } from './status.ts'
import { domainChecks } from './traffic/plan.ts'

const parse = shapeOf(serviceSpec, 'InvalidClaim')

/** XService: read, decide, look whose the names are, bind, run. */
const compose = (observed: Observed): Outcome<Composed> => {
  const spec = parse(observed.claim.spec, 'spec')
  const platform = platformOf(observed)
  const input = parseInput(observed.input)
  if (!spec.ok || !platform.ok || !input.ok) {
    return refused(...[spec, platform, input].flatMap(outcome => (outcome.ok ? [] : outcome.refusals)))
  }
  const run = running(spec.value, platform.value, input.value, observed)
  return environmentFirst(observed, 'deployment', [BindingsReady, RolledOut], run)
}

const running = (spec: ServiceSpec, platform: PlatformSpec, input: Input, observed: Observed): Outcome<Composed> => {
  const resolved = resolve(spec, platform, input, observed)
  if (!resolved.ok) return refused(...resolved.refusals, ...overrideRefusals(spec.overrides ?? [], platform))
  const service = resolved.value
  const taken = takenRefusals(service)
  if (taken.length > 0) return refused(...taken)
  const changed = overridden(plan(service), spec.overrides ?? [], platform)
  if (!changed.ok) return changed
  const deviations = [...service.deviations, ...changed.value.deviations]
  return ok({
    plan: accountFirst(service, changed.value.plan),
    requirements: new Map<string, Requirement>([
      environmentCheck(observed),
      ...nameChecks(observed, wantedNames(service)),
      ...bindingChecks(service.bindings, observed),
      ...(service.traffic ? domainChecks(service.traffic) : []),
    ]),
    report: settled => ({
      status: status({ ...service, deviations }, settled, platform),
      conditions: conditionsOf(service, settled),
    }),
  })
}

const takenRefusals = (service: Service): readonly Refusal[] =>
  namesTaken(service.observed, wantedNames(service)).map(({ key, kind, name }) =>
    refuse(
      'NameTaken',
      service.bindings.find(binding => binding.key === key)?.path ?? 'metadata.name',
      `the ${kind} "${name}" exists and is not this service's: delete it, or choose another name`,
    ),
  )

export const service: KindModule = {
  apiVersion,
  kind: 'XService',
  keys,
  conditions: [Provisioned, BindingsReady, RolledOut],
  compose,
  support: supportOf,
}
