import fc from 'fast-check'
import { expect, it } from 'vitest'
import { StreamTable } from '../../../functions/server/http2/stream-table.ts'

it('a stream is begun once and in order, and none behind the last: or one answer would go to another call', () => {
  const step = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constant('stop' as const))
  fc.assert(
    fc.property(fc.array(step), steps => {
      const table = new StreamTable()
      let [highest, last] = [0, Infinity]
      for (const each of steps) {
        if (each === 'stop') {
          last = Math.min(last, highest)
          expect([table.takeNoMore(), table.takesNoMore]).toEqual([last, true])
          continue
        }
        const begins = each > highest && each <= last
        expect(table.isIdle(each)).toBe(begins)
        expect(table.begin(each)).toBe(begins)
        if (begins) highest = each
        // What comes too late is no error, and what was never cut is one.
        expect(table.mayCome(each, false)).toBe(each > last)
      }
    }),
  )
})
