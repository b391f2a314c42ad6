import { textAt } from '../../../runtime/read.ts'
import type { Observations } from '../providers.ts'
import type { KubernetesDatabase } from './database.ts'

/** The version that runs is the tag of the image that the operator reports. */
export const observations = ({ observed }: KubernetesDatabase): Observations => {
  const cluster = observed.composed('cluster')?.resource
  const [, tag] = /:(\d+(?:\.\d+)?)[^/:@]*(?:@.*)?$/.exec(textAt(cluster, 'status', 'image') ?? '') ?? []
  return {
    engineVersion: tag,
    allocated: textAt(cluster, 'spec', 'storage', 'size'),
    zones: [],
    console: undefined,
  }
}
