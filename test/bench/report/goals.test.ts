import { expect, it } from 'vitest'
import type { Results } from '../results.ts'
import { goals, isReached } from './goals.ts'

const sample = (cpu: number) => ({ cpu, p50: cpu, p99: cpu, rate: 1 / cpu })

const results = (own: number): Results => ({
  contestants: [],
  missing: new Map(),
  starts: new Map([['ours', [80, 95, 85]]]),
  memoryAfter: new Map(),
  memory: { idle: 50, afterFirst: 55, after8: 120, after200: NaN, long: { calls: 4, quarters: [1, 100, 100, 110] } },
  profiles: new Map(),
  counts: {},
  scaling: new Map([
    ['8', [sample(8)]],
    ['200', [sample(100)]],
  ]),
  sizes: [
    {
      size: '8',
      resources: 8,
      requestBytes: 1,
      responseBytes: 1,
      contributors: { request: [], response: [] },
      leftOut: new Map(),
      samples: new Map([
        [
          1,
          new Map([
            ['ours', [sample(own * 2)]],
            ['native-go', [sample(10)]],
          ]),
        ],
        [
          16,
          new Map([
            ['ours', [sample(own)]],
            ['native-go', [sample(10)]],
          ]),
        ],
      ]),
    },
  ],
})

const outcome = (own: number) => Object.fromEntries(goals(results(own)).map(goal => [goal.what, isReached(goal)]))

it('judges each number of streams by itself, so that no goal is reached in a lucky corner alone', () => {
  expect(outcome(1)['CPU per call against native Go, 8 resources, 16 streams']).toBe(true)
  expect(outcome(1)['CPU per call against native Go, 8 resources, 1 stream']).toBe(false)
  expect(outcome(0.7)['CPU per call against native Go, 8 resources, 1 stream']).toBe(true)
})

it('wants throughput to be larger, and everything else to be smaller', () => {
  expect(outcome(2)['calls a second at 16 streams against native Go']).toBe(true)
  expect(outcome(5)['calls a second at 16 streams against native Go']).toBe(false)
})

it('compares CPU per resource, not per call', () => {
  expect(goals(results(1)).find(({ what }) => what.startsWith('CPU per resource'))?.reached?.median).toBe(0.5)
})

it('claims nothing that was not measured', () => {
  expect(outcome(1)['memory with 200 resources']).toBeUndefined()
  expect(outcome(1)['CPU per call against Python, 8 resources, 16 streams']).toBeUndefined()
})

it('compares the last quarter with the second: the first is warming up', () => {
  expect(outcome(1)['memory, last quarter against second of 4 calls']).toBe(false)
})
