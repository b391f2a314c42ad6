import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ConnectionError } from '../../../functions/server/http2/codes.ts'
import { createPatience } from '../../../functions/server/http2/patience.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('ends with a burst, and comes back with time, or a connection of a week would end by what is harmless', () => {
  const nuisance = createPatience('too much', { burst: 3, perSecond: 2 })
  const often = (times: number) => Array.from({ length: times }, () => nuisance())
  often(3)
  expect(nuisance).toThrow(ConnectionError)
  vi.advanceTimersByTime(1500)
  often(2)
  expect(nuisance).toThrow('too much')
  vi.advanceTimersByTime(1e6)
  often(3)
  expect(nuisance).toThrow(ConnectionError)
})
