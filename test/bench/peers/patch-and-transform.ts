import { isObject, type Json, type JsonObject } from '../../../functions/runtime/json.ts'
import type { Definition, ResourceDefinition } from './definition.ts'
import { fieldPath } from './native-go.ts'
import type { Path, Read, Template } from './template.ts'

/** The input of function-patch-and-transform that composes what the definition says: a base and patches per resource. */
export const patchAndTransform = ({ resources, status }: Definition): JsonObject => ({
  apiVersion: 'pt.fn.crossplane.io/v1beta1',
  kind: 'Resources',
  resources: resources.map(resource => ({
    name: resource.key,
    base: base(resource.template) ?? {},
    patches: [
      ...patches(resource),
      ...status
        .filter(({ key }) => key === resource.key)
        .map(({ to, from }) => ({
          type: 'ToCompositeFieldPath',
          fromFieldPath: fieldPath(from),
          toFieldPath: fieldPath(to),
        })),
    ],
    readinessChecks: [
      resource.ready === 'observed'
        ? { type: 'None' }
        : { type: 'MatchCondition', matchCondition: { type: 'Ready', status: 'True' } },
    ],
  })),
})

/** The literals; what comes from the claim is patched in. */
const base = (template: Template): Json | undefined => {
  switch (template.is) {
    case 'literal':
      return template.value
    case 'list':
      return template.items.map(item => base(item) ?? (item.is === 'read' ? '' : {}))
    case 'object': {
      const fields = template.fields.flatMap(([key, part]): [string, Json][] => {
        const value = base(part)
        return value === undefined || (isObject(value) && Object.keys(value).length === 0 && part.is === 'object')
          ? []
          : [[key, value]]
      })
      return Object.fromEntries(fields)
    }
    case 'read':
      return undefined
  }
}

const patches = ({ template }: ResourceDefinition): readonly JsonObject[] =>
  places(template, []).map(([to, read]) => patch(to, read))

const places = (template: Template, path: Path): readonly (readonly [Path, Read])[] => {
  if (template.is === 'read') return [[path, template]]
  if (template.is === 'object') return template.fields.flatMap(([key, part]) => places(part, [...path, key]))
  return template.is === 'list' ? template.items.flatMap((item, index) => places(item, [...path, index])) : []
}

const patch = (to: Path, { paths, parts, base64 }: Read): JsonObject => {
  const format = parts?.map(part => part.replaceAll('%', '%%')).join('%s')
  const toFieldPath = fieldPath(to)
  const encode = base64 ? [{ type: 'string', string: { type: 'Convert', convert: 'ToBase64' } }] : []
  const [first = []] = paths
  if (paths.length === 1) {
    const fill = format === undefined ? [] : [{ type: 'string', string: { type: 'Format', fmt: format } }]
    const transforms = [...fill, ...encode]
    return {
      type: 'FromCompositeFieldPath',
      fromFieldPath: fieldPath(first),
      toFieldPath,
      ...(transforms.length > 0 && { transforms }),
    }
  }
  return {
    type: 'CombineFromComposite',
    combine: {
      variables: paths.map(path => ({ fromFieldPath: fieldPath(path) })),
      strategy: 'string',
      string: { fmt: format ?? '' },
    },
    toFieldPath,
    ...(encode.length > 0 && { transforms: encode }),
  }
}
