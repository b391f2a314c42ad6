import { stableHash } from '../../../runtime/names.ts'
import type { Claim } from '../../../runtime/observed.ts'
import type { Service } from '../service.ts'

/**
 * Of the service's place and name alone, so that links to it stay when the claim is made anew. Grafana allows 40 characters; the hash
 * keeps services apart whose names and namespaces read alike when they are put together.
 */
export const dashboardUid = ({ namespace, name }: Pick<Claim, 'namespace' | 'name'>): string =>
  `${name.slice(0, 31)}-${stableHash(namespace, name)}`

/** Where people find it; `undefined` where there is none, or nobody knows Grafana's address. */
export const dashboardUrl = ({ claim, watch }: Service): string | undefined =>
  watch.dashboard?.url === undefined ? undefined : `${watch.dashboard.url}/d/${dashboardUid(claim)}`
