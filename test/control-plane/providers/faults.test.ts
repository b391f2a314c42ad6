import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { orderedFaults, orderFaults } from '../../../control-plane/providers/faults.ts'
import { foldersOf } from '../../../control-plane/state.ts'

const newFolders = () => foldersOf('test', mkdtempSync(join(tmpdir(), 'roadbed-')))
const fault = { kind: 'Instance', times: 2, message: 'no capacity' }

it('has the clouds refuse from the next look on, and accept again, without a restart', () => {
  const folders = newFolders()
  const { faults, refresh } = orderedFaults(folders)
  refresh()
  expect(faults).toEqual([])
  orderFaults(folders, [fault])
  refresh()
  expect(faults).toEqual([fault])
  orderFaults(folders, [])
  refresh()
  expect(faults).toEqual([])
})

it('refuses nothing because of a file that is none of ours', () => {
  const folders = newFolders()
  orderFaults(folders, [fault])
  writeFileSync(join(folders.root, 'faults.json'), '{"kind": 7}')
  const { faults, refresh } = orderedFaults(folders)
  refresh()
  expect(faults).toEqual([])
})
