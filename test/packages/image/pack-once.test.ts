import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { file } from '../../../packages/archive/tar.ts'
import { layerOf } from '../../../packages/image/image.ts'
import { packOnce } from '../../../packages/image/pack-once.ts'

const fresh = () => join(mkdtempSync(join(tmpdir(), 'roadbed-layers-')), 'layers')

it('gives the layer that packing anew gives, the second time without packing, or `up` would install another package', async () => {
  const [folder, entries] = [fresh(), [file('usr/bin/program', 'a program', 0o755)]]
  const anew = await layerOf(entries)
  expect(await packOnce(folder)(entries)).toEqual(anew)
  const [kept = ''] = readdirSync(folder)
  writeFileSync(join(folder, kept), 'kept')
  expect((await packOnce(folder)(entries)).bytes.toString()).toBe('kept')
})

it('packs anew what has changed by a bit of its permissions', async () => {
  const folder = fresh()
  await packOnce(folder)([file('program', 'a', 0o755)])
  await packOnce(folder)([file('program', 'a', 0o644)])
  expect(readdirSync(folder)).toHaveLength(2)
})

it('does without the folder where it can’t be made', async () => {
  const folder = join(fresh(), '..', 'a file')
  writeFileSync(folder, '')
  const entries = [file('program', 'a')]
  expect(await packOnce(folder)(entries)).toEqual(await layerOf(entries))
})
