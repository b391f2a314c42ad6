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

/** A kind with the rules of the API server that its schema leaves out. */
export const asServed = (kind: KindSchema): KindSchema => {
  const paths = fixed[`${kind.apiVersion} ${kind.kind}`] ?? []
  return { ...kind, schema: paths.reduce((schema, path) => withFixed(schema, path.split('.'), path), kind.schema) }
}

const withFixed = (schema: Structural, [step, ...rest]: readonly string[], path: string): Structural => {
  if (step === undefined) {
    const rule = { rule: 'self == oldSelf', message: `cannot change ${path}` }
    return { ...schema, 'x-kubernetes-validations': [...(schema['x-kubernetes-validations'] ?? []), rule] }
  }
  const { [step]: field = {}, ...others } = schema.properties ?? {}
  return { ...schema, properties: { ...others, [step]: withFixed(field, rest, path) } }
}
