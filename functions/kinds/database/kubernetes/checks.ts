import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { platformPath } from '../../../settings/platform.ts'
import type { KubernetesDatabase } from './database.ts'
import type { Deviation } from '../../report.ts'

export const checks = ({ storage, kubernetes }: KubernetesDatabase): readonly Refusal[] => {
  const path = `${platformPath}.providers.kubernetes.storage.highIopsClassName`
  return storage.type === 'HighIOPS' && !kubernetes.storage.highIopsClassName
    ? [refuse('MissingPlatformFact', path, 'HighIOPS storage needs a StorageClass')]
    : []
}

export const deviations = ({ kubernetes }: KubernetesDatabase): readonly Deviation[] =>
  kubernetes.storage.encryption === 'Encrypted' ? [] : [{ field: 'spec.encryption.atRest', reason: unknown }]

const unknown = 'the platform does not say whether its StorageClass encrypts volumes'
