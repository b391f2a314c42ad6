import { expect, it } from 'vitest'
import { cpuMilliseconds, fieldsOf, residentMebibytes } from './process.ts'

it('reads the fields behind a name that holds brackets and spaces, or CPU is read from the wrong column', () => {
  expect(fieldsOf('42 (a (b) c) S 1 42')).toEqual(['S', '1', '42'])
})

it('sees this process use CPU and memory, and none of a process that is not there', () => {
  const before = cpuMilliseconds(process.pid)
  for (const started = performance.now(); performance.now() - started < 100;);
  expect(cpuMilliseconds(process.pid)).toBeGreaterThan(before)
  expect(residentMebibytes(process.pid)).toBeGreaterThan(10)
  expect(cpuMilliseconds(2 ** 30)).toBe(0)
})
