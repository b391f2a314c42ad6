import type { Service } from '../service.ts'
import type { Container, PodSpec } from './template.ts'

/** What Kubernetes' standard “Restricted” asks of a pod. Nothing in a claim can take it back. */
export const podSecurity = ({ user }: Service): NonNullable<PodSpec['securityContext']> => ({
  runAsNonRoot: true,
  runAsUser: user.id,
  runAsGroup: user.group,
  fsGroup: user.group,
  fsGroupChangePolicy: 'OnRootMismatch',
  seccompProfile: { type: 'RuntimeDefault' },
})

/** The same of a container; the service's own may ask to write to its image's files, no other may. */
export const containerSecurity = (readOnlyRootFilesystem = true): NonNullable<Container['securityContext']> => ({
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  privileged: false,
  readOnlyRootFilesystem,
  runAsNonRoot: true,
})
