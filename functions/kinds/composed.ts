import { qualified } from '../../apis/group.ts'
import type { JsonObject } from '../runtime/json.ts'
import { managedBy, managedByLabel } from '../runtime/labels.ts'
import { composedName, stableHash } from '../runtime/names.ts'
import { oncePer } from '../runtime/remember.ts'
import type { Claim, Observed } from '../runtime/observed.ts'
import type { Emit, Protection, ReadinessCheck } from '../runtime/plan.ts'
import { textAt } from '../runtime/read.ts'
import { whenManaged, whenObserved } from '../runtime/readiness.ts'
import type { ClusterObjectMeta, Kind, ObjectMeta } from '../runtime/resource-kind.ts'

interface KubernetesObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
}

interface Options {
  /** Default: Ready and Synced for a managed resource, existence for anything else. */
  readonly readiness?: ReadinessCheck
  readonly protection?: Protection
  /** A name that somebody relies on; the plan has made sure that it is free. Default: a generated one. */
  readonly name?: string
  /** Beside those that everything has, which win. */
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
}

interface ClusterObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ClusterObjectMeta
}

interface Placed extends Options {
  /** Where a cluster-scoped claim puts it. A namespaced claim's objects are in its own namespace, whatever stands here. */
  readonly namespace?: string
}

/** An object of any kind that lives in the claim's namespace, or in the one that a cluster-scoped claim names. */
export const object = <T extends KubernetesObject & JsonObject>(
  claim: Claim,
  key: string,
  { apiVersion, kind }: Kind<T>,
  body: Omit<T, 'apiVersion' | 'kind' | 'metadata'>,
  options: Placed = {},
): Emit => ({
  state: 'emit',
  resource: { apiVersion, kind, metadata: metadata(claim, key, options), ...(body as JsonObject) },
  readiness: options.readiness ?? whenObserved,
  ...(options.protection && { protection: options.protection }),
})

/** An object of a kind that has no namespace: only a cluster-scoped claim composes one. */
export const clusterObject = <T extends ClusterObject & JsonObject>(
  claim: Claim,
  key: string,
  { apiVersion, kind }: Kind<T>,
  body: Omit<T, 'apiVersion' | 'kind' | 'metadata'>,
  options: Options = {},
): Emit => ({
  state: 'emit',
  resource: { apiVersion, kind, metadata: clusterMetadata(claim, key, options), ...(body as JsonObject) },
  readiness: options.readiness ?? whenObserved,
})

type ManagedResource = KubernetesObject & {
  readonly spec: {
    readonly forProvider: JsonObject
    readonly managementPolicies?: readonly string[]
    readonly providerConfigRef?: { readonly kind: string; readonly name: string }
    readonly writeConnectionSecretToRef?: { readonly name: string }
  }
} & JsonObject

/** What a managed resource needs to know of its claim. */
export interface Managing {
  readonly claim: Claim
  readonly deletion: { readonly policy: 'Delete' | 'Orphan' | 'Snapshot' }
}

interface ManagedOptions extends Options {
  readonly providerConfigRef: { readonly kind: string; readonly name: string }
  /** Have the provider write its connection details; they come back with the observed resource. */
  readonly connection?: boolean
  /** Leave the deletion to whatever contains it: a database goes with its server. */
  readonly keepOnDelete?: boolean
}

/** A Crossplane managed resource. Never late-initialised: what we send is all that is decided here. */
export const managed = <T extends ManagedResource>(
  { claim, deletion }: Managing,
  key: string,
  type: Kind<T>,
  forProvider: T['spec']['forProvider'],
  options: ManagedOptions,
): Emit => {
  const keep = options.keepOnDelete === true || deletion.policy === 'Orphan'
  const { apiVersion, kind } = type
  const spec = {
    forProvider,
    managementPolicies: keep ? ['Observe', 'Create', 'Update'] : ['Observe', 'Create', 'Update', 'Delete'],
    providerConfigRef: { kind: options.providerConfigRef.kind, name: options.providerConfigRef.name },
    ...(options.connection && { writeConnectionSecretToRef: { name: connectionName(claim, key) } }),
  }
  return {
    state: 'emit',
    resource: { apiVersion, kind, metadata: metadata(claim, key, options), spec },
    readiness: options.readiness ?? whenManaged,
    ...(options.protection && { protection: options.protection }),
  }
}

/** The name that the resource under a key has, or will get: an observed name wins over what we would choose today. */
export const nameOf = (observed: Observed, key: string): string =>
  textAt(observed.composed(key)?.resource, 'metadata', 'name') ?? composedName(observed.claim, key)

/** The Secret in which the provider keeps a managed resource's connection details. */
export const connectionName = (claim: Claim, key: string): string => composedName(claim, `${key}-details`)

const metadata = (claim: Claim, key: string, options: Placed): ObjectMeta => ({
  ...clusterMetadata(claim, key, options),
  namespace: claim.namespace || (options.namespace ?? ''),
})

const clusterMetadata = (claim: Claim, key: string, { name, labels, annotations }: Options): ClusterObjectMeta => ({
  name: name ?? composedName(claim, key),
  labels: { ...labels, ...labelsOf(claim, key) },
  ...(annotations && { annotations }),
})

/** The recommended Kubernetes labels and ours. Labels of GitOps tools are never copied down: they would prune by them. */
export const labelsOf = (claim: Claim, key: string): Readonly<Record<string, string>> => ({
  'app.kubernetes.io/component': labelValue(key),
  ...claimLabels(claim),
})

/** Those that everything of a claim has. */
const claimLabels = oncePer((claim: Claim) => ({
  'app.kubernetes.io/name': claim.kind.toLowerCase(),
  'app.kubernetes.io/instance': labelValue(claim.name),
  'app.kubernetes.io/part-of': labelValue(environmentOf(claim)),
  [managedByLabel]: managedBy,
  [qualified('kind')]: claim.kind,
  [qualified('environment')]: labelValue(environmentOf(claim)),
  ...repeated(claim),
}))

/** An environment is a namespace; a cluster-scoped claim is one itself. */
const environmentOf = ({ namespace, name }: Claim): string => namespace || name

/** What a claim's own labels say of it and everything of it repeats: whose it is, and how much depends on it. */
const repeated = ({ labels }: Claim): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [qualified('team'), qualified('tier')].flatMap(label => {
      const value = textAt(labels, label)
      return value === undefined ? [] : [[label, value]]
    }),
  )

/** A label's value ends in a letter or digit and has at most 63 characters; what is longer keeps its beginning and gets a hash. */
const labelValue = (value: string): string =>
  value.length <= 63 ? value.replace(/[^A-Za-z0-9]+$/, '') : `${value.slice(0, 54)}-${stableHash(value)}`
