import { composedKinds, kubernetesKinds } from '../generate/composed-kinds.ts'
import { loadRegistry } from '../simulator/schema/registry.ts'
import type { KindSchema } from '../simulator/schema/structural.ts'

/** A kind as RBAC and activation policies name it. */
export interface Resource {
  readonly apiVersion: string
  readonly kind: string
  readonly group: string
  readonly plural: string
  /** Whether a Crossplane provider manages it: its provider installs the kind only once a policy activates it. */
  readonly managed: boolean
  /** Whether its status is a subresource, to which RBAC has a right of its own. */
  readonly hasStatus: boolean
}

/** Looks a kind up by `<apiVersion> <Kind>`. Throws for one that nobody has described: that is a mistake in a table. */
export const resourceOf = (name: string): Resource => {
  const schema = loadRegistry().get(name)
  if (!schema) throw new Error(`nothing is known of ${name}: run \`npm run generate -- --crds DIR\``)
  const { apiVersion, kind, plural } = schema
  return {
    apiVersion,
    kind,
    plural,
    group: groupOf(apiVersion),
    managed: isManaged(schema),
    hasStatus: hasStatus(schema),
  }
}

/** Every kind that the function composes: those with CRDs, and those of Kubernetes itself. */
export const composedResources = (): readonly Resource[] => [...composedKinds, ...kubernetesKinds].map(resourceOf)

/** `v1` has no group: RBAC writes it as an empty text. */
const groupOf = (apiVersion: string): string => (apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '')

const isManaged = ({ schema }: KindSchema): boolean =>
  schema.properties?.['spec']?.properties?.['forProvider'] !== undefined

const hasStatus = ({ schema }: KindSchema): boolean => schema.properties?.['status'] !== undefined
