import { qualified } from '../../../apis/group.ts'
import { tagOf } from '../../settings/images.ts'
import { labelsOf } from '../composed.ts'
import { identityLabels } from './identity/index.ts'
import type { ServiceKey } from './keys.ts'
import type { Service } from './service.ts'

/** What tells a service's pods from all others, and never changes: Kubernetes refuses to change a Deployment's selector. */
export const selectorOf = ({ claim }: Service) => ({
  matchLabels: {
    'app.kubernetes.io/name': 'xservice',
    'app.kubernetes.io/instance': claim.name,
    'app.kubernetes.io/component': 'deployment',
  },
})

/** The same as a text, as `kubectl scale` and autoscalers want it. */
export const selectorText = (service: Service): string =>
  Object.entries(selectorOf(service).matchLabels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',')

/** The labels of a pod; databases are open to whoever has the service's name in `app.kubernetes.io/instance`. */
export const podLabels = (service: Service, key: ServiceKey): Readonly<Record<string, string>> => {
  const { claim, image } = service
  const version = tagOf(image)
  return {
    ...labelsOf(claim, key),
    ...identityLabels(service),
    ...Object.fromEntries(service.profiles.map(profile => [qualified(`compliance-${profile}`), 'true'])),
    ...(version && version.length <= 63 && { 'app.kubernetes.io/version': version.replace(/[^A-Za-z0-9]+$/, '') }),
  }
}
