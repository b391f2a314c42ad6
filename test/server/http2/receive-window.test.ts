import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ReceiveWindow } from '../../../functions/server/http2/receive-window.ts'

it('a client may send on for ever, and never more at once than the window, or it would wait or fill the memory', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 1000 }), fc.array(fc.nat(500)), (size, parts) => {
      const window = new ReceiveWindow(size)
      let mayCome = size
      for (const part of parts) {
        const allowed = part <= mayCome
        expect(window.take(part)).toBe(allowed)
        if (!allowed) return
        mayCome += window.widen() - part
        expect(mayCome).toBeGreaterThan(size / 2 - 1)
        expect(mayCome).toBeLessThanOrEqual(size)
      }
    }),
  )
})
