import { expect, it } from 'vitest'
import { runsSince } from '../../../control-plane/kind/pods.ts'

const started = Date.parse('2026-01-01T12:00:00Z')
const pod = (...containers: readonly { startedAt?: string; ready: boolean }[]) => ({
  status: {
    containerStatuses: containers.map(({ startedAt, ready }) => ({
      ready,
      state: startedAt === undefined ? {} : { running: { startedAt } },
    })),
  },
})

it('takes a pod for running only when it was started since, or what a stopped node said last would count', () => {
  expect(runsSince(pod({ ready: true, startedAt: '2026-01-01T11:59:59Z' }), started)).toBe(false)
  expect(runsSince(pod({ ready: true, startedAt: '2026-01-01T12:00:07Z' }), started)).toBe(true)
})

it('does not wait for ever for one that was started in the same second', () => {
  expect(runsSince(pod({ ready: true, startedAt: '2026-01-01T12:00:00Z' }), started + 900)).toBe(true)
})

it('waits for all containers of a pod, and for one that has none yet', () => {
  const ready = { ready: true, startedAt: '2026-01-01T12:00:07Z' }
  expect(runsSince(pod(ready, { ...ready, ready: false }), started)).toBe(false)
  expect(runsSince(pod(ready, { ready: false }), started)).toBe(false)
  expect(runsSince(pod(), started)).toBe(false)
})
