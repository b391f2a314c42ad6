import type { EnvironmentSpec } from '../../../../apis/environment/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'

const systemName = /^(default|kube-.*|crossplane-.*)$/

/** Labels that others rely on to mean what their owner says. */
const reservedLabel = /^(([a-z0-9.-]+\.)?(crossplane\.io|platform\.roadbed\.dev)|([a-z0-9.-]*\.)?kubernetes\.io)\//

/** What core and we keep in annotations. */
const reservedAnnotation = /^([a-z0-9.-]+\.)?(crossplane\.io|platform\.roadbed\.dev)\//

const key = /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/

/** What the API server's rules say as well, for objects that an older definition let through; and what they can't see. */
export const metadataRefusals = (
  name: string,
  { labels = {}, annotations = {} }: EnvironmentSpec['namespace'],
): readonly Refusal[] => [
  ...(systemName.test(name) || name.includes('.')
    ? [
        refuse(
          'InvalidClaim',
          'metadata.name',
          `"${name}" belongs to Kubernetes or Crossplane, or is no Namespace’s name`,
        ),
      ]
    : []),
  ...keyRefusals('labels', labels, reservedLabel),
  ...keyRefusals('annotations', annotations, reservedAnnotation),
]

const keyRefusals = (field: string, marks: Readonly<Record<string, string>>, reserved: RegExp): readonly Refusal[] =>
  Object.keys(marks).flatMap(name => {
    const path = `spec.namespace.${field}[${JSON.stringify(name)}]`
    if (!key.test(name))
      return [refuse('InvalidClaim', path, 'is no name that Kubernetes takes, such as example.com/name')]
    return reserved.test(name)
      ? [refuse('InvalidClaim', path, 'is set by Kubernetes, Crossplane or Roadbed: leave it out')]
      : []
  })
