import type { Destination } from '../../../../apis/environment/networking.ts'
import { NetworkPolicy } from '../../../generated/networking.k8s.io/network-policy.ts'
import { itemKey } from '../../../runtime/keys.ts'
import type { Entry } from '../../../runtime/plan.ts'
import type { Environment } from '../environment.ts'
import { placed } from '../placed.ts'

export const egressKey = ({ name }: Destination): `egress-${string}` => itemKey('egress', name)

/** Lets the pods of the environment reach one range that it names. */
export const egress = (environment: Environment, destination: Destination): Entry => {
  const { cidr, ports } = destination
  return placed(environment, egressKey(destination), NetworkPolicy, {
    spec: {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [
        {
          to: [{ ipBlock: { cidr } }],
          ...(ports && { ports: ports.map(port => ({ protocol: 'TCP', port }) as const) }),
        },
      ],
    },
  })
}
