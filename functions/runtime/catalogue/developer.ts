import type { Entry } from './entry.ts'

/** What whoever writes a claim can mend. */
export const forDevelopers = {
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
  UnknownAlertChannel: {
    who: 'developer',
    what: 'The platform declares no alert channel of that name.',
    next: 'Use one of the channels that the message lists, or leave `channels` out.',
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
  OverrideNotAllowed: {
    who: 'developer',
    what: 'The platform allows no overrides, or not of this field.',
    next: 'Use the field of the API that does it, or ask the platform team for one.',
  },
  PodSecurityNotAllowed: {
    who: 'developer',
    what: 'The platform, or the namespace, admits no pods below Restricted.',
    next: 'Name a user for the image in `security.container.runAsUser`, or ask the platform team.',
  },
  UnknownPermission: {
    who: 'developer',
    what: 'The permission is not declared by the platform, or not for this namespace.',
    next: 'Use one of the permissions that the message lists, or ask the platform team for one.',
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
    next: 'Leave `network.exposure`, or the ingress, out; or ask the platform team.',
  },
  MissingDomain: {
    who: 'developer',
    what: 'An ingress names no domain, and its environment has none by which to make one.',
    next: 'Name a domain, or have the platform team set `networking.domain` of the XEnvironment.',
  },
  DomainNotAllowed: {
    who: 'developer',
    what: 'The domain is not one of those, or below one of those, that the environment and the platform allow.',
    next: 'Use a domain that the message lists, or ask the platform team.',
  },
  DomainTaken: {
    who: 'developer',
    what: 'Another service has the domain, or the same path of it.',
    next: 'Use another domain or path, or have whoever has it give it up.',
  },
  UnsupportedByGateway: {
    who: 'developer',
    what: 'What carries the traffic can’t do this, or the platform does not say what it is.',
    next: 'Do without it, use what the message offers, or do it in the service.',
  },
  UnknownIssuer: {
    who: 'developer',
    what: 'The issuer, or the identity provider, is none of the platform’s.',
    next: 'Use one that the message lists, or leave it out.',
  },
  CidrNotAllowed: {
    who: 'developer',
    what: 'The range is not inside the ranges that the platform, or the environment, allows.',
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
  UnknownDatabase: {
    who: 'developer',
    what: 'The database that another one is to be made of is not there.',
    next: 'Name one that is, or leave `restoreFrom` out for an empty one.',
  },
  RestoreNotAllowed: {
    who: 'developer',
    what: 'The database of another namespace does not let this one have its data, or is not there.',
    next: 'Have its owner add this namespace to `backup.allowedNamespaces` of that XDatabase.',
  },
  RestoredServerGone: {
    who: 'developer',
    what: 'The server that was made of backups is not there any more. Made again it would begin with other data.',
    next: 'Restore it at the provider, or allow it to be made again with the annotation that the message names.',
  },
  StatefulResourceRemoved: {
    who: 'developer',
    what: 'The change would delete something that holds data.',
    next: 'Undo the change, or allow it with the annotation that the message names.',
  },
} as const satisfies Record<string, Entry>
