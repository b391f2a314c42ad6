import { Service as KubernetesService } from '../../generated/core/service.ts'
import { present } from '../../runtime/json.ts'
import { absent, waiting, type Entry } from '../../runtime/plan.ts'
import { object } from '../composed.ts'
import { nameKnown } from '../fixed-name.ts'
import { fixedNames } from './names.ts'
import { selectorOf } from './selector.ts'
import type { Service } from './service.ts'

type Port = NonNullable<NonNullable<KubernetesService['spec']>['ports']>[number]

/** The address inside the cluster, under the service's own name. */
export const address = (service: Service): Entry => {
  const { claim, ports, observed } = service
  if (ports.length === 0) return absent('it listens on nothing')
  if (!nameKnown(observed, fixedNames(service).service))
    return waiting('its name', 'whether the Service’s name is free is not known yet')
  return object(
    claim,
    'service',
    KubernetesService,
    {
      spec: {
        type: 'ClusterIP',
        selector: selectorOf(service).matchLabels,
        ports: ports.map(({ name, port, protocol, appProtocol }) =>
          present<Port>({ name, port, targetPort: name, protocol, appProtocol }),
        ),
      },
    },
    { name: claim.name },
  )
}

/** Below it are the names of what is in the cluster. */
export const clusterDomain = '.svc.cluster.local'

/** A name that is resolved anywhere in the cluster. */
export const hostOf = ({ claim }: Service): string => `${claim.name}.${claim.namespace}${clusterDomain}`
