import type { EnvironmentVariable } from '../../../../apis/service/container.ts'
import type { Variable } from '../../pod/container.ts'
import { keyVariables, prefixOf, secretVariable, usualVariable, variableName } from '../../pod/variables.ts'
import type { Binding } from '../binding.ts'
import { secretNameOf } from '../binding.ts'
import { telemetryEnv } from '../observability/telemetry.ts'
import type { Service } from '../service.ts'

/** The folder of bindings as files, as servicebinding.io has it. */
export const bindingRoot = '/bindings'

/** What the service's own container is told: what the platform says, then its bindings, then what the claim says, which wins. */
export const serviceEnv = (service: Service): readonly Variable[] => {
  const { runtime, watch, bindings, ports } = service
  const [first] = ports
  const byPlatform = [
    ...(runtime?.env ?? []).map(({ name, value }) => ({ name, value })),
    { name: 'LOG_LEVEL', value: watch.logs.level.toLowerCase() },
    { name: 'LOG_FORMAT', value: watch.logs.format.toLowerCase() },
    ...telemetryEnv(service),
    ...(first ? [{ name: 'PORT', value: String(first.port) }] : []),
    ...(bindings.some(({ as }) => as !== 'Env') ? [{ name: 'SERVICE_BINDING_ROOT', value: bindingRoot }] : []),
  ]
  const exposed = bindings.filter(({ as }) => as !== 'Files').flatMap(binding => variablesOf(binding, service))
  return withOwn([...byPlatform, ...exposed, ...usual(service)], service.env, service)
}

/** What another container of the pod, or a job, is told. */
export const otherEnv = (env: readonly EnvironmentVariable[], service: Service): readonly Variable[] =>
  withOwn([], env, service)

/** What a job is told: as the service, so that it reaches the same databases. */
export const jobEnv = serviceEnv

/** The variable of each key of a binding's Secret. */
const variablesOf = (binding: Binding, { observed }: Service): readonly Variable[] =>
  keyVariables(binding, secretNameOf(binding, observed) ?? '')

/** Only where there can be no doubt which one is meant. */
const usual = ({ bindings, observed }: Service): readonly Variable[] =>
  bindings
    .filter(({ kind }) => bindings.filter(other => other.kind === kind).length === 1)
    .filter(({ as }) => as !== 'Files')
    .map(only => usualVariable(only, secretNameOf(only, observed) ?? ''))

const fromBinding = (name: string, binding: Binding, key: string, { observed }: Service): Variable =>
  secretVariable(name, secretNameOf(binding, observed) ?? '', key)

/** `$(db.host)` in a value. Kubernetes itself replaces `$(NAME)` by a variable that stands before it, and `$$` by a `$` that means nothing. */
export const template = /\$\$|\$\(([a-z0-9][-a-z0-9]*)\.([-._a-zA-Z0-9]+)\)/g

/** Adds the claim's own variables, and before them those that their values refer to. */
const withOwn = (
  given: readonly Variable[],
  own: readonly EnvironmentVariable[],
  service: Service,
): readonly Variable[] => {
  const names = new Set(own.map(({ name }) => name))
  const kept = given.filter(({ name }) => !names.has(name))
  const referred = new Map(
    own.flatMap(({ value = '' }) =>
      [...value.matchAll(template)].flatMap(([, name, key = '']) => {
        const binding = service.bindings.find(each => each.name === name)
        return binding
          ? [[referredName(binding, key), fromBinding(referredName(binding, key), binding, key, service)] as const]
          : []
      }),
    ),
  )
  return [...kept, ...referred.values(), ...own.map(variable => ownVariable(variable, service))]
}

/** A name that nobody else gives a variable, whatever the binding's own are called. */
const referredName = (binding: Binding, key: string): string =>
  `BINDING_${variableName({ ...binding, renamed: {}, prefix: prefixOf(binding.name) }, key)}`

const ownVariable = (
  { name, value, secretKeyRef, configMapKeyRef, bindingKeyRef }: EnvironmentVariable,
  service: Service,
): Variable => {
  const binding = service.bindings.find(each => each.name === bindingKeyRef?.binding)
  if (bindingKeyRef && binding) return fromBinding(name, binding, bindingKeyRef.key, service)
  if (secretKeyRef) return { name, valueFrom: { secretKeyRef: { ...secretKeyRef } } }
  if (configMapKeyRef) return { name, valueFrom: { configMapKeyRef: { ...configMapKeyRef } } }
  return {
    name,
    value: (value ?? '').replaceAll(template, (whole: string, of?: string, key: string = '') => {
      const found = service.bindings.find(each => each.name === of)
      return found ? `$(${referredName(found, key)})` : whole
    }),
  }
}
