import type { Container, PodSpec } from './container.ts'

/** As what a pod's programs run. */
export interface PodUser {
  readonly id: number
  readonly group: number
}

/** A number that no user of an image's own has, so that nothing is theirs by chance. */
export const anybody = 10001

/** Who a pod's programs are, and by which of Kubernetes' pod security standards it is made. */
interface Secured {
  readonly user: PodUser
  readonly podSecurity: 'Restricted' | 'Baseline'
}

/**
 * What Kubernetes' standard “Restricted” asks of a pod. Nothing in a claim can take it back but `podSecurity`, where the platform allows that:
 * then each container says itself who it is.
 */
export const podSecurity = ({ user, podSecurity: level }: Secured): NonNullable<PodSpec['securityContext']> => ({
  ...(level === 'Restricted' && { runAsNonRoot: true, runAsUser: user.id, runAsGroup: user.group }),
  fsGroup: user.group,
  fsGroupChangePolicy: 'OnRootMismatch',
  seccompProfile: { type: 'RuntimeDefault' },
})

/** A container that is no service's own; it never writes to its image's files. */
export const containerSecurity = (
  { user, podSecurity: level }: Secured,
  readOnlyRootFilesystem = true,
): NonNullable<Container['securityContext']> => ({
  ...withoutPrivileges,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem,
  runAsNonRoot: true,
  ...(level === 'Baseline' && { runAsUser: user.id, runAsGroup: user.group }),
})

export const withoutPrivileges = { allowPrivilegeEscalation: false, privileged: false } as const

interface Basics extends Secured {
  readonly serviceAccountName: string
  /** The Secret by which images are pulled; `undefined` where the platform names none. */
  readonly pullSecretName: string | undefined
}

/** What every pod that we make has. It asks nothing of Kubernetes, and learns of services by name. */
export const podBasics = ({ serviceAccountName, pullSecretName, ...secured }: Basics) => ({
  serviceAccountName,
  automountServiceAccountToken: false,
  enableServiceLinks: false,
  securityContext: podSecurity(secured),
  ...(pullSecretName && { imagePullSecrets: [{ name: pullSecretName }] }),
})
