import { capture } from './capture.ts'
import { claimName } from './claim.ts'
import { memberClaim, memberNames, merge } from './merge.ts'

/** The request of one database at rest. */
export const bench8 = async () => {
  const [captured] = await capture([claimName(0)], '8')
  if (!captured) throw new Error('nothing was captured')
  return captured.atRest
}

/** A set of so many databases, and the requests of its members alone. */
export const benchSet = async (count: number) => {
  const names = memberNames(count)
  const members = (await capture(names.map(memberClaim), '8')).map(({ atRest }) => atRest)
  const parts = names.flatMap((name, index) => {
    const part = members[index]
    return part ? [[name, part] as const] : []
  })
  return { set: merge(parts, String(count * 8)), members }
}
