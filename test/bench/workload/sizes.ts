import type { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { claimName } from './claim.ts'
import { capture } from './capture.ts'
import { memberClaim, memberNames, merge } from './merge.ts'

/** A claim of one size: what it is called in the tables, and a request for it. */
export interface Workload {
  readonly size: string
  readonly resources: number
  readonly request: RunFunctionRequest
  /** The same claim at rest: what the peers have to compose is made from it. */
  readonly atRest: RunFunctionRequest
  /** Nothing is observed yet: what is composed then differs among functions, so nothing is compared. */
  readonly first?: true
}

const perDatabase = 8

/** The real database, and sets of it: 1, 48 and 200 resources. `first`: eight, of which none is there yet. */
export const workloads = async (wanted: readonly string[]): Promise<readonly Workload[]> => {
  const [database] = await capture([claimName(0)], '8')
  if (!database) throw new Error('nothing was captured')
  const largest = Math.max(0, ...wanted.map(size => members[size] ?? 0))
  const names = memberNames(largest)
  const captured = await capture(names.map(memberClaim), '8')
  const parts = names.flatMap((name, index) => {
    const part = captured[index]
    return part ? [[name, part.atRest] as const] : []
  })
  return wanted.map((size): Workload => {
    if (size === '8') return { size, resources: perDatabase, request: database.atRest, atRest: database.atRest }
    if (size === '8 first')
      return { size, resources: perDatabase, request: database.first, atRest: database.atRest, first: true }
    const count = members[size]
    if (count === undefined) throw new Error(`--sizes: there is no ${size}`)
    const only = count * perDatabase === Number(size) ? undefined : 'security-group'
    const request = merge(parts.slice(0, count), size, only)
    return { size, resources: Number(size), request, atRest: request }
  })
}

/** How many databases are in a set of so many resources; of the set of one resource, one is composed. */
const members: Readonly<Record<string, number>> = { 1: 1, 48: 6, 200: 25 }
