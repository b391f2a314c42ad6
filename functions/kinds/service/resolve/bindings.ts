import type { ServiceDatabase } from '../../../../apis/service/databases.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { isObject } from '../../../runtime/json.ts'
import { itemKey } from '../../../runtime/keys.ts'
import type { Claim, Observed } from '../../../runtime/observed.ts'
import { listAt, textAt } from '../../../runtime/read.ts'
import { databaseBinding } from '../../bindable.ts'
import { prefixOf } from '../../pod/variables.ts'
import { boundClaim, type Binding } from '../binding.ts'
import { databaseOf } from '../names.ts'
import { template } from '../pod/env.ts'

/** What the service is bound to, whatever kind it is of. */
export const bindingsOf = (claim: Claim, databases: readonly ServiceDatabase[]): readonly Binding[] =>
  databases.map(({ name, ref, spec = {}, bind = {} }) => ({
    ...databaseBinding,
    name,
    claimName: ref?.name ?? databaseOf(claim.name, name),
    key: ref ? undefined : itemKey('database', name),
    spec: { ...spec },
    as: bind.as ?? 'Env',
    prefix: bind.prefix ?? prefixOf(name),
    renamed: Object.fromEntries((bind.env ?? []).map(renaming => [renaming.key, renaming.name])),
    onChange: bind.onChange ?? 'Restart',
  }))

/** Whatever names a binding, or a key of one, that is not there; and a database that is closed to this service. */
export const bindingRefusals = (
  bindings: readonly Binding[],
  { env = [], files = [], additionalContainers = [], databases = [] }: ServiceSpec,
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
    ...databases.flatMap(({ name, bind }) =>
      (bind?.env ?? []).map(({ key }) => ({
        path: `spec.databases[${name}].bind.env[${key}].key`,
        binding: name,
        key,
      })),
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

/** Whoever owns a database says who may connect; a service does not let itself in. */
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
      `spec.databases[${binding.name}].ref`,
      `the ${binding.kind} ${binding.claimName} is not open to ${name}: add it to its spec.network.allowedServices`,
    ),
  ]
}

/** One claim bound twice, or two names that are spelled alike in a key or a variable. */
const twins = (bindings: readonly Binding[]): readonly Refusal[] =>
  bindings.flatMap((binding, index) => {
    const before = bindings.slice(0, index)
    const same = before.find(({ claimName }) => claimName === binding.claimName)
    const alike = before.find(({ prefix, as }) => prefix === binding.prefix && as !== 'Files' && binding.as !== 'Files')
    const path = `spec.databases[${binding.name}]`
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
