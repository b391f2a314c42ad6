import { describe, expect, it } from 'vitest'
import { parseLibraries } from '../../../packages/function/libraries.ts'

describe('the shared libraries', () => {
  const listing = [
    '\tlinux-vdso.so.1 (0x00007ffd1)',
    '\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f84b)',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f3f7)',
    '\t/lib64/ld-linux-x86-64.so.2 (0x00007f912)',
  ]

  it('are those that are files, the loader too; the kernel brings its own', () => {
    expect(parseLibraries(listing.join('\n'))).toEqual([
      '/lib/x86_64-linux-gnu/libc.so.6',
      '/lib/x86_64-linux-gnu/libm.so.6',
      '/lib64/ld-linux-x86-64.so.2',
    ])
  })

  it('are none for a program that needs none', () => {
    expect(parseLibraries('\tnot a dynamic executable')).toEqual([])
  })

  it('are refused when one is missing, instead of an image that does not start', () => {
    expect(() => parseLibraries('\tlibatomic.so.1 => not found')).toThrow(
      /is missing on this machine: libatomic\.so\.1/,
    )
  })
})
