import type { Entry } from './entry.ts'

/** What the platform team can mend, or only we can. */
export const forPlatformTeams = {
  MissingIntegration: {
    who: 'platform team',
    what: 'The claim needs something in the cluster that XPlatform default does not declare.',
    next: 'Install it and add it to `integrations` of XPlatform default, or do without in the claim.',
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
  ChildNameTaken: {
    who: 'platform team',
    what: 'An XDatabase or XService of that name exists in the Namespace and is not this environment’s. It would be deleted with it.',
    next: 'Choose another name, or leave it to whoever made it.',
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
  SeedRequired: {
    who: 'platform team',
    what: 'The databases of an environment are to be seeded, and for one of them nobody says with what.',
    next: 'Write `seed` for it, here or in the environment of `cloneFrom`; or set `cloneFrom.databases` to `Empty`.',
  },
  InvalidSchedule: {
    who: 'platform team',
    what: 'The sleep schedule can’t be kept: no such time zone, no such time, or it never sleeps or never wakes.',
    next: 'Correct the field that the message names.',
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
