/** Who can mend it. */
export type Actor = 'developer' | 'platform team' | 'Roadbed'

interface Entry {
  readonly who: Actor
  /** What is wrong, for the reference page. */
  readonly what: string
  /** What to do about it. */
  readonly next: string
}

/**
 * Every reason for which a claim is refused. The code is the reason of the condition `Configured` and ends the message
 * of the Fatal result; docs/reference/errors.md is generated from here, and each code has a test that causes it.
 */
export const catalogue = {
  InvalidClaim: {
    who: 'developer',
    what: 'A field of the claim is missing, unknown to this version or of the wrong type.',
    next: 'Correct the field. `roadbed validate` shows the line.',
  },
  UnknownSize: {
    who: 'developer',
    what: 'The size is neither built in nor declared by the platform.',
    next: 'Use one of the sizes that the message lists.',
  },
  UnknownBackupPolicy: {
    who: 'developer',
    what: 'The backup policy is neither built in nor declared by the platform.',
    next: 'Use one of the policies that the message lists.',
  },
  UnknownRuntime: {
    who: 'developer',
    what: 'The runtime is neither built in nor declared by the platform.',
    next: 'Use one of the runtimes that the message lists, or leave it out.',
  },
  UnknownPort: {
    who: 'developer',
    what: 'A field names a port that the service does not have.',
    next: 'Use one of the ports that the message lists, or add it to `ports`.',
  },
  UnknownBinding: {
    who: 'developer',
    what: 'A field names a binding, or a key of one, that is not there.',
    next: 'Use one of the names that the message lists.',
  },
  BindingNotAllowed: {
    who: 'developer',
    what: 'The database names the services that may connect, and this one is not among them.',
    next: 'Have its owner add the service to the database’s `network.allowedServices`.',
  },
  NotCompliant: {
    who: 'developer',
    what: 'The claim asks to keep a compliance profile and contradicts it.',
    next: 'Change what the message names, or take the profile out if it is not meant.',
  },
  UnknownPermission: {
    who: 'developer',
    what: 'The permission is not declared by the platform, or not for this namespace.',
    next: 'Use one of the permissions that the message lists, or ask the platform team for one.',
  },
  MissingIntegration: {
    who: 'platform team',
    what: 'The claim needs something in the cluster that XPlatform default does not declare.',
    next: 'Install it and add it to `integrations` of XPlatform default, or do without in the claim.',
  },
  MissingImage: {
    who: 'developer',
    what: 'The service names no image, and the platform has no rule by which to name one.',
    next: 'Name an image.',
  },
  ImageNotAllowed: {
    who: 'developer',
    what: 'The image comes from a registry that is not open, or may be another program tomorrow.',
    next: 'Use a registry that the message lists, and a version or a digest.',
  },
  NameTaken: {
    who: 'developer',
    what: 'An object of a name that the claim needs exists and is not the claim’s. It would be deleted with it.',
    next: 'Delete that object if it is yours, or choose another name.',
  },
  UnsupportedByProvider: {
    who: 'developer',
    what: 'The provider has no such thing.',
    next: 'Use what the message offers, or place the claim on a provider that has it.',
  },
  InvalidCombination: {
    who: 'developer',
    what: 'Two fields contradict each other on this provider.',
    next: 'Change one of the two fields that the message names.',
  },
  RegionNotAllowed: {
    who: 'developer',
    what: 'The region is not open to claims.',
    next: 'Use one of the regions that the message lists.',
  },
  ExposureNotAllowed: {
    who: 'developer',
    what: 'The platform does not allow this exposure.',
    next: 'Leave `network.exposure` out, or ask the platform team.',
  },
  CidrNotAllowed: {
    who: 'developer',
    what: 'The range is not inside the ranges that the platform allows.',
    next: 'Name a range inside those that the message lists.',
  },
  PlacementConflict: {
    who: 'developer',
    what: 'The claim asks for one provider and its Composition is pinned to another.',
    next: 'Leave `placement.provider` out, or choose the other Composition.',
  },
  PlacementChanged: {
    who: 'developer',
    what: 'The claim asks for another place than the one where its data is.',
    next: 'Put the old value back. To move, create a second claim and copy the data.',
  },
  FixedField: {
    who: 'developer',
    what: 'The field can’t change once the resource exists: the provider would have to replace it, data included.',
    next: 'Put the old value back. To change it, create a second claim and copy the data.',
  },
  StorageShrink: {
    who: 'developer',
    what: 'The disk would become smaller.',
    next: 'Keep the size, or create a smaller claim and copy the data.',
  },
  DowngradeRefused: {
    who: 'developer',
    what: 'The engine’s version would go down.',
    next: 'Put the old version back.',
  },
  SecretNameTaken: {
    who: 'developer',
    what: 'A Secret with the name of the connection Secret exists and is not this claim’s.',
    next: 'Delete that Secret, or name another in `writeConnectionSecretToRef`.',
  },
  NamespaceTaken: {
    who: 'platform team',
    what: 'A Namespace of the environment’s name exists and is not this environment’s. It would be deleted with it.',
    next: 'Choose another name, or lend it the Namespace: `namespace.mode: Existing` and the labels that are then asked for.',
  },
  NamespaceNotLent: {
    who: 'platform team',
    what: 'The environment is to furnish a Namespace that is not there, or that its owner has not labelled for it.',
    next: 'Run the command that the message gives, if the Namespace is yours to lend.',
  },
  DatabaseNameTaken: {
    who: 'platform team',
    what: 'An XDatabase of that name exists in the Namespace and is not this environment’s. It would be deleted with it.',
    next: 'Choose another name in `databases`, or leave the database to whoever made it.',
  },
  QuotaTooSmall: {
    who: 'platform team',
    what: 'The environment’s own databases do not fit into its quota.',
    next: 'Raise the quota to what the message says, or ask for less.',
  },
  UnknownEnvironment: {
    who: 'platform team',
    what: 'The environment that another one is made after is not there.',
    next: 'Name one that is, or take `cloneFrom` out.',
  },
  TtlRequired: {
    who: 'platform team',
    what: 'A Preview has no time to live.',
    next: 'Set `lifecycle.ttl`, or declare one for all Previews in XPlatform default.',
  },
  InvalidSchedule: {
    who: 'platform team',
    what: 'The sleep schedule can’t be kept: no such time zone, no such time, or it never sleeps or never wakes.',
    next: 'Correct the field that the message names.',
  },
  StatefulResourceRemoved: {
    who: 'developer',
    what: 'The change would delete something that holds data.',
    next: 'Undo the change, or allow it with the annotation that the message names.',
  },
  ResourceKindChanged: {
    who: 'Roadbed',
    what: 'The same resource would become another kind: Crossplane would leave the old one behind.',
    next: 'Report it. Nothing has been changed.',
  },
  ProviderNotConfigured: {
    who: 'platform team',
    what: 'The provider is not described in XPlatform default.',
    next: 'Add `spec.providers.<provider>` to XPlatform default.',
  },
  MissingPlatformFact: {
    who: 'platform team',
    what: 'The claim needs a fact that XPlatform default does not give.',
    next: 'Add the field that the message names to XPlatform default.',
  },
  InvalidPlatform: {
    who: 'platform team',
    what: 'XPlatform default, or the XEnvironment of the claim’s namespace, does not fit its schema.',
    next: 'Correct the field that the message names.',
  },
  UnknownMachine: {
    who: 'platform team',
    what: 'A size names a machine that the cloud, as far as this version knows, does not have. Claims are not refused for it.',
    next: 'Correct the name, or leave it if the cloud has the machine by now.',
  },
  NotInstalled: {
    who: 'platform team',
    what: 'XPlatform default declares something that is not installed in the cluster.',
    next: 'Install what the message names, or take the field out.',
  },
  InvalidInput: {
    who: 'platform team',
    what: 'The input of the Composition’s step is not one of ours.',
    next: 'Use the Compositions that the package installs.',
  },
  UnsupportedBehaviour: {
    who: 'platform team',
    what: 'The Composition asks for a behaviour that this function no longer, or not yet, has.',
    next: 'Let the claim follow a newer CompositionRevision, or install the function version that the message names.',
  },
  PlatformNotRequested: {
    who: 'platform team',
    what: 'The Composition’s step does not ask for XPlatform default.',
    next: 'Use the Compositions that the package installs.',
  },
  UnsupportedCrossplane: {
    who: 'platform team',
    what: 'This Crossplane can’t fetch required resources.',
    next: 'Upgrade to Crossplane v2.2 or newer.',
  },
  Internal: {
    who: 'Roadbed',
    what: 'The function has a bug. Nothing has been changed.',
    next: 'Report it with the function’s log.',
  },
} as const satisfies Record<string, Entry>

export type ErrorCode = keyof typeof catalogue

/** A user's mistake, as a value: what is wrong, where, and what to write instead. */
export interface Refusal {
  readonly code: ErrorCode
  /** The field, such as `spec.size`; for a platform's mistake `XPlatform/default spec.…`. A key with other signs is quoted. */
  readonly path: string
  readonly message: string
}

export const refuse = (code: ErrorCode, path: string, message: string): Refusal => ({ code, path, message })

/** One line that people read and `parseRefusal` takes apart again. */
export const formatRefusal = ({ code, path, message }: Refusal): string =>
  `${path}: ${message.replaceAll(/\s+/g, ' ').trim()} [${code}]`

/** The inverse of `formatRefusal`; `undefined` for a line that is something else. */
export const parseRefusal = (line: string): Refusal | undefined => {
  const [, path, message, code] = /^((?=\S)(?:"(?:[^"\\]|\\.)*"|[^"])+?): (.*) \[([A-Za-z]+)\]$/.exec(line) ?? []
  if (path === undefined || message === undefined || code === undefined || !isCode(code)) return undefined
  return { code, path, message }
}

const isCode = (code: string): code is ErrorCode => Object.hasOwn(catalogue, code)
