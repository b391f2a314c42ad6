import { describe, expect, it } from 'vitest'
import { partOf, sharesOf, type CpuProfile } from './shares.ts'

const node = (id: number, functionName: string, url: string, children: readonly number[] = []) => ({
  id,
  callFrame: { functionName, url, lineNumber: 0, columnNumber: 0 },
  children,
})

const profile: CpuProfile = {
  startTime: 0,
  nodes: [
    node(1, '(root)', '', [2, 6, 7]),
    node(2, 'handle', 'functions/server/server.ts', [3]),
    node(3, 'plan', 'functions/kinds/database/aws/plan.ts', [4, 5]),
    node(4, 'at', 'functions/runtime/read.ts'),
    node(5, 'readStruct', 'functions/server/codec/read-struct.ts'),
    node(6, '(idle)', ''),
    node(7, '(garbage collector)', ''),
  ],
  samples: [3, 2, 4, 5, 6, 7],
  timeDeltas: [1_000_000, 100, 200, 300, 5000, 400],
}

describe('where the time of a profile goes', () => {
  const { parts, top } = sharesOf(profile, url => url, 0.5)

  it('leaves out idle time', () => {
    expect([...parts.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
  })

  it('counts a helper to its caller, and decoding on first use to decoding', () => {
    const late = sharesOf({ ...profile, timeDeltas: [0, 100, 200, 300, 5000, 400] }, url => url, 0)
    expect(Object.fromEntries(late.parts)).toEqual({
      transport: 0.1,
      plan: 0.2,
      decode: 0.3,
      'garbage collection': 0.4,
    })
  })

  it('leaves out the warm-up, in which V8 has optimised nothing yet', () => {
    expect(sharesOf(profile, url => url, 1.0000005).parts.has('plan')).toBe(true)
    expect(sharesOf(profile, url => url, 1.00025).parts.has('transport')).toBe(false)
  })

  it('names the function with the largest own time first', () => {
    expect(top[0]?.[0]).toBe('plan functions/kinds/database/aws/plan.ts')
  })
})

describe('the part of a source file', () => {
  it.each([
    ['functions/server/codec/read-struct.ts', 'decode'],
    ['functions/server/codec/write-struct.ts', 'encode'],
    ['functions/server/codec/response.ts', 'encode'],
    ['functions/server/server.ts', 'transport'],
    ['node_modules/@grpc/grpc-js/build/src/server.js', 'transport'],
    ['functions/kinds/database/resolve/backup.ts', 'settings'],
    ['functions/kinds/database/aws/instance.ts', 'plan'],
    ['functions/runtime/guard.ts', 'guard'],
    ['functions/runtime/respond.ts', 'judge and answer'],
    ['functions/runtime/json.ts', undefined],
  ])('%s counts as %s', (source, part) => {
    expect(partOf(source)).toBe(part)
  })
})
