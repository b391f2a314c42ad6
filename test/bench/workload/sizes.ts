import type { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { claimName } from './claim.ts'
import { capture } from './capture.ts'
import { memberClaim, memberNames, merge } from './merge.ts'

/** A claim of one size: what it is called in the tables, and a request for it. */
export interface Workload {
  readonly size: string
  readonly resources: number
  readonly request: RunFunctionRequest
  /** Nothing is observed yet: what is composed then differs among functions, so nothing is compared. */
  readonly first?: true
}

const perDatabase = 8

/** The real database, and sets of it: 1, 48 and 200 resources. `first`: eight, of which none is there yet. */
export const workloads = async (wanted: readonly string[]): Promise<readonly Workload[]> => {
  const [database] = await capture([claimName(0)], '8')
  if (!database) throw new Error('nothing was captured')
  const largest = Math.max(
    0,
    ...Object.values(members).filter((_, index) => wanted.includes(Object.keys(members)[index] ?? '')),
  )
  const names = memberNames(largest)
  const captured = await capture(names.map(memberClaim), '8')
  const parts = names.flatMap((name, index) => {
    const part = captured[index]
    return part ? [[name, part.atRest] as const] : []
  })
  const all: readonly Workload[] = [
    { size: '8', resources: perDatabase, request: database.atRest },
    { size: '8 first', resources: perDatabase, request: database.first, first: true },
    ...Object.entries(members)
      .filter(([size]) => wanted.includes(size))
      .map(([size, count]) => ({
        size,
        resources: Number(size),
        request: merge(
          parts.slice(0, count),
          size,
          count * perDatabase === Number(size) ? undefined : 'security-group',
        ),
      })),
  ]
  return wanted.flatMap(size => all.filter(workload => workload.size === size))
}

/** How many databases are in a set of so many resources; of the set of one resource, one is composed. */
const members: Readonly<Record<string, number>> = { 1: 1, 48: 6, 200: 25 }
