import { expand } from './expand.ts'
import type { KindSchema, Structural } from './structural.ts'

/** Kinds that nobody composes and that a provider makes: with the fields that matter to us. */
export const foreignKinds: readonly KindSchema[] = [
  {
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshot',
    plural: 'volumesnapshots',
    scope: 'Namespaced',
    schema: expand({
      apiVersion: 'string',
      kind: 'string',
      metadata: 'object',
      'spec!': { 'source!': { persistentVolumeClaimName: 'string' }, volumeSnapshotClassName: 'string' },
    }),
  },
]

/** What can't be changed once it is there, by kind: the API server's own validation, which its published schemas do not tell. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  'apps/v1 Deployment': ['spec.selector'],
  'batch/v1 Job': ['spec.template', 'spec.selector', 'spec.completions', 'spec.completionMode'],
  'rbac.authorization.k8s.io/v1 RoleBinding': ['roleRef'],
  'v1 PersistentVolumeClaim': ['spec.accessModes', 'spec.storageClassName', 'spec.volumeMode', 'spec.selector'],
}

/** What the API server fills in, by kind, where others read it. */
const filled: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'apps/v1 Deployment': { 'spec.replicas': 1 },
}

/** A kind with what the API server does to it that its schema leaves out. */
export const asServed = (kind: KindSchema): KindSchema => {
  const name = `${kind.apiVersion} ${kind.kind}`
  const changes: readonly (readonly [path: string, keyword: Structural])[] = [
    ...(fixed[name] ?? []).map(path => [path, { 'x-kubernetes-validations': [unchangeable(path)] }] as const),
    ...Object.entries(filled[name] ?? {}).map(([path, value]) => [path, { default: value }] as const),
  ]
  return {
    ...kind,
    schema: changes.reduce((schema, [path, more]) => withMore(schema, path.split('.'), more), kind.schema),
  }
}

const unchangeable = (path: string) => ({ rule: 'self == oldSelf', message: `cannot change ${path}` })

const withMore = (schema: Structural, [step, ...rest]: readonly string[], more: Structural): Structural => {
  if (step === undefined) return { ...schema, ...more }
  const { [step]: field = {}, ...others } = schema.properties ?? {}
  return { ...schema, properties: { ...others, [step]: withMore(field, rest, more) } }
}
