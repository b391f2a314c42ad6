import type { FixedName } from '../fixed-name.ts'
import { apiVersion } from '../../../apis/group.ts'
import { stableHash } from '../../runtime/names.ts'
import type { Service } from './service.ts'

/** What has a name that people and programs use: the service's own, and those of what is made with it. */
export const fixedNames = ({ claim, bindings }: Service) => {
  const { name, namespace } = claim
  const own = bindings.flatMap(({ key, kind, claimName }) =>
    key === undefined ? [] : [{ key, apiVersion, kind, name: claimName, namespace }],
  )
  return {
    deployment: { key: 'deployment', apiVersion: 'apps/v1', kind: 'Deployment', name, namespace },
    service: { key: 'service', apiVersion: 'v1', kind: 'Service', name, namespace },
    claims: own,
  } satisfies Readonly<Record<string, FixedName | readonly FixedName[]>>
}

/** Those that this claim will have: a worker has no address. */
export const wantedNames = (service: Service): readonly FixedName[] => {
  const { deployment, service: address, claims } = fixedNames(service)
  return [deployment, ...(service.ports.length > 0 ? [address] : []), ...claims]
}

/** The claim that a service makes: `<service>-<name>`; what would be too long for a claim's name keeps its beginning and gets a hash. */
export const madeName = (service: string, name: string): string => {
  const whole = `${service}-${name}`
  return whole.length <= 50 ? whole : `${whole.slice(0, 41).replace(/-+$/, '')}-${stableHash(whole)}`
}
