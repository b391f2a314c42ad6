import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { ingressNamespaceOf } from '../../../settings/ingress.ts'
import { platformPath } from '../../../settings/platform.ts'
import { carriesOwnCertificates, hasOwnCertificates } from '../../service/resolve/certificates.ts'

const kubernetes = `${platformPath}.providers.kubernetes`

/** Ways in by which no service could be reached. */
export const ingress = (spec: PlatformSpec): readonly Refusal[] => {
  const declared = spec.providers?.kubernetes?.ingress
  if (!declared) return []
  const own = hasOwnCertificates(declared)
  const isPublic = (declared.exposure ?? 'Public') === 'Public'
  return [
    ...(isPublic && !spec.policy?.exposures?.includes('Public')
      ? [
          refuse(
            'InvalidPlatform',
            `${kubernetes}.ingress.exposure`,
            'it is reached from the internet, which policy.exposures does not allow: add Public there, or write Private here',
          ),
        ]
      : []),
    ...(ingressNamespaceOf(spec) === undefined
      ? [
          refuse(
            'InvalidPlatform',
            `${kubernetes}.network.ingressNamespace`,
            'services are closed to the ingress controller as long as nobody says where it runs',
          ),
        ]
      : []),
    ...(own && !carriesOwnCertificates(declared)
      ? [
          refuse(
            'InvalidPlatform',
            `${kubernetes}.ingress.certificates`,
            'what carries the traffic takes no certificates of services: write Shared',
          ),
        ]
      : []),
    ...(own && !spec.integrations?.certificates
      ? [
          refuse(
            'InvalidPlatform',
            `${platformPath}.integrations.certificates`,
            'nobody issues certificates for services: name who does, or write providers.kubernetes.ingress.certificates: Shared',
          ),
        ]
      : []),
  ]
}
