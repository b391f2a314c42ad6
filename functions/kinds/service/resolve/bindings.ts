import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { isObject } from '../../../runtime/json.ts'
import { itemKey } from '../../../runtime/keys.ts'
import type { Claim, Observed } from '../../../runtime/observed.ts'
import { listAt, textAt } from '../../../runtime/read.ts'
import { prefixOf } from '../../pod/variables.ts'
import { boundClaim, type Binding } from '../binding.ts'
import { madeName } from '../names.ts'
import { template } from '../pod/env.ts'
import { boundItems } from './bound-items.ts'

/** What the service is bound to, whatever kind it is of. */
export const bindingsOf = (claim: Claim, asked: ServiceSpec): readonly Binding[] =>
  boundItems(asked).map(({ bindable, item: { name, ref, spec = {}, bind = {} }, path }) => ({
    ...bindable,
    path,
    name,
    claimName: ref?.name ?? madeName(claim.name, name),
    key: ref ? undefined : itemKey(bindable.what, name),
    spec: { ...spec },
    as: bind.as ?? 'Env',
    prefix: bind.prefix ?? prefixOf(name),
    renamed: Object.fromEntries((bind.env ?? []).map(renaming => [renaming.key, renaming.name])),
    onChange: bind.onChange ?? 'Restart',
  }))

/** Whatever names a binding, or a key of one, that is not there; and what is closed to this service. */
export const bindingRefusals = (
  bindings: readonly Binding[],
  { env = [], files = [], additionalContainers = [] }: ServiceSpec,
  observed: Observed,
): readonly Refusal[] => {
  const variables = [
    ...env.map(variable => ({ ...variable, path: `spec.env[${variable.name}]` })),
    ...additionalContainers.flatMap(({ name, env: own = [] }) =>
      own.map(variable => ({ ...variable, path: `spec.additionalContainers[${name}].env[${variable.name}]` })),
    ),
  ]
  const used = [
    ...variables.flatMap(({ path, value = '', bindingKeyRef }) => [
      ...[...value.matchAll(template)].flatMap(([, binding, key = '']) =>
        binding === undefined ? [] : [{ path: `${path}.value`, binding, key }],
      ),
      ...(bindingKeyRef ? [{ path: `${path}.bindingKeyRef`, ...bindingKeyRef }] : []),
    ]),
    ...files.flatMap(({ path, bindingKeyRef }) =>
      bindingKeyRef ? [{ path: `spec.files[${JSON.stringify(path)}].bindingKeyRef`, ...bindingKeyRef }] : [],
    ),
    ...bindings.flatMap(({ name, path, renamed }) =>
      Object.keys(renamed).map(key => ({ path: `${path}.bind.env[${key}].key`, binding: name, key })),
    ),
  ]
  return [
    ...used.flatMap(use => unknown(use, bindings)),
    ...bindings.flatMap(binding => closed(binding, observed)),
    ...twins(bindings),
  ]
}

interface Use {
  readonly path: string
  readonly binding: string
  readonly key: string
}

const unknown = ({ path, binding: name, key }: Use, bindings: readonly Binding[]): readonly Refusal[] => {
  const binding = bindings.find(each => each.name === name)
  if (!binding) {
    const names = bindings.map(each => each.name).join(', ')
    return [
      refuse(
        'UnknownBinding',
        path,
        `there is no binding "${name}"; ${names ? `there are ${names}` : 'there are none'}`,
      ),
    ]
  }
  return binding.keys.includes(key)
    ? []
    : [refuse('UnknownBinding', path, `${name} has no "${key}"; it has ${binding.keys.join(', ')}`)]
}

/** Whoever owns something says who may connect; a service does not let itself in. */
const closed = (binding: Binding, observed: Observed): readonly Refusal[] => {
  if (binding.key !== undefined) return []
  const allowed = listAt(boundClaim(binding, observed), 'spec', 'network', 'allowedServices').filter(isObject)
  const { name, namespace } = observed.claim
  const isAllowed = allowed.some(
    service => service['name'] === name && (textAt(service, 'namespace') ?? namespace) === namespace,
  )
  if (allowed.length === 0 || isAllowed) return []
  return [
    refuse(
      'BindingNotAllowed',
      `${binding.path}.ref`,
      `the ${binding.kind} ${binding.claimName} is not open to ${name}: add it to its spec.network.allowedServices`,
    ),
  ]
}

/** One claim bound twice, or two names that are the same in two lists, or spelled alike in a key or a variable. */
const twins = (bindings: readonly Binding[]): readonly Refusal[] =>
  bindings.flatMap((binding, index) => {
    const before = bindings.slice(0, index)
    const twin = before.find(({ name }) => name === binding.name)
    const same = before.find(({ kind, claimName }) => kind === binding.kind && claimName === binding.claimName)
    const alike = before.find(({ prefix, as }) => prefix === binding.prefix && as !== 'Files' && binding.as !== 'Files')
    const { path } = binding
    if (twin)
      return [refuse('InvalidCombination', `${path}.name`, `${twin.path} is called ${twin.name} as well: rename one`)]
    if (same) return [refuse('InvalidCombination', path, `${binding.claimName} is bound as ${same.name} already`)]
    return alike
      ? [
          refuse(
            'InvalidCombination',
            `${path}.bind.prefix`,
            `${binding.prefix} is the prefix of ${alike.name} already`,
          ),
        ]
      : []
  })
