import { expect, it } from 'vitest'
import { between, callsIn } from './usage.ts'

it('counts calls of all functions and of nothing else', () => {
  const metrics = [
    '# TYPE function_run_function_seconds histogram',
    'function_run_function_seconds_bucket{function_name="a",le="1"} 9',
    'function_run_function_seconds_count{function_name="a"} 7',
    'function_run_function_seconds_count{function_name="b"} 3',
    'function_run_function_response_cache_hits_total{function_name="a"} 5',
  ]
  expect(callsIn(metrics.join('\n'))).toBe(10)
})

it('tells what was used in between, also by a process that began meanwhile', () => {
  const before = { cpu: { core: 5 }, memory: { core: 50 }, calls: 3 }
  const after = { cpu: { core: 8, function: 1 }, memory: { core: 60 }, calls: 10 }
  expect(between(before, after)).toEqual({ cpu: { core: 3, function: 1 }, memory: { core: 60 }, calls: 7 })
})
