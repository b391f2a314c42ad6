import fc from 'fast-check'
import { expect, it } from 'vitest'
import { file, readTar, withFolders, writeTar } from '../../../packages/archive/tar.ts'

const names = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 4 }).map(parts => parts.join('/'))
const files = fc.uniqueArray(
  fc.record({
    path: names.map(name => `${name}.file`),
    mode: fc.constantFrom(0o644, 0o755),
    content: fc.uint8Array({ maxLength: 2000 }).map(bytes => Buffer.from(bytes)),
  }),
  { selector: ({ path }) => path, maxLength: 6 },
)

it('gives equal bytes for equal files in any order, or two builds would differ', async () => {
  await fc.assert(
    fc.asyncProperty(files, async entries => {
      expect((await writeTar(entries.toReversed())).equals(await writeTar(entries))).toBe(true)
    }),
  )
})

it('gives back what was put in, with the folders above it', async () => {
  await fc.assert(
    fc.asyncProperty(files, async entries => {
      expect(await readTar(await writeTar(entries))).toEqual(withFolders(entries))
    }),
  )
})

it('keeps no time and no owner but root', async () => {
  const header = (await writeTar([file('a', 'content')])).subarray(0, 512).toString('latin1')
  const number = (from: number, length: number) => Number.parseInt(header.slice(from, from + length), 8)
  expect({ uid: number(108, 8), gid: number(116, 8), time: number(136, 12) }).toEqual({ uid: 0, gid: 0, time: 0 })
  expect(header.slice(265, 329).replaceAll('\0', '')).toBe('')
})

it('refuses what is no archive, instead of finding nothing in it', async () => {
  await expect(readTar(Buffer.alloc(2000, 'x'))).rejects.toThrow('Invalid tar header')
})
