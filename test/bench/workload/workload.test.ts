import { RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import { describe, expect, it } from 'vitest'
import { stableHash } from '../../../functions/runtime/names.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { createAnswer } from '../../harness/answer.ts'
import { bench8, benchSet } from './fixtures.ts'
import { kinds } from './bench-kinds.ts'
import { bytesOf } from './capture.ts'
import { claimName } from './claim.ts'
import { renamed } from './rename.ts'

const uidOf = ({ observed }: Parameters<typeof bytesOf>[0]) =>
  textAt(observed?.composite?.resource, 'metadata', 'uid') ?? ''

const answer = createAnswer({ kinds })
const answered = (request: Parameters<typeof bytesOf>[0]) => RunFunctionResponse.decode(answer(bytesOf(request)))

describe('the workload', () => {
  it('is a database at rest with exactly eight resources, all ready, or the figures are of something else', async () => {
    const { desired, results, meta } = answered(await bench8())
    expect(Object.values(desired?.resources ?? {}).map(({ ready }) => ready)).toEqual(
      Array.from({ length: 8 }, () => 1),
    )
    expect(results).toEqual([])
    expect(meta?.ttl?.seconds).toBe(2000)
  })

  it('composes for a claim of another name the same under that name, and its request is as long', async () => {
    const captured = await bench8()
    const [request, other] = [0, 7].map(number => renamed(captured, number))
    if (!request || !other) throw new Error('nothing was renamed')
    expect(bytesOf(other)).toHaveLength(bytesOf(request).length)
    const [group, otherGroup] = [request, other].map(each => {
      const name = (part: string) => `${claimName(each === request ? 0 : 7)}-${part}-${stableHash(uidOf(each), part)}`
      const text = JSON.stringify(answered(each).desired?.resources['security-group']?.resource)
      expect(text).toContain(name('security-group'))
      return text.replaceAll(stableHash(uidOf(each), 'security-group'), '')
    })
    expect(otherGroup).toBe(group?.replaceAll('0000', '0007'))
  })

  it('is of a set what its databases compose alone, under their keys', async () => {
    const { set, members } = await benchSet(2)
    const together = answered(set)
    expect(Object.keys(together.desired?.resources ?? {})).toHaveLength(16)
    const [first] = members
    const alone = first && answered(first)
    for (const [key, { resource, ready }] of Object.entries(alone?.desired?.resources ?? {})) {
      const inSet = together.desired?.resources[`d00-${key}`]
      expect(inSet?.ready).toBe(ready)
      expect(inSet?.resource).toEqual(resource)
    }
    expect(Object.keys(alone?.desired?.resources ?? {})).toHaveLength(8)
  })
})
