import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { orderedPace, orderPace } from '../../../control-plane/providers/pace.ts'
import { foldersOf } from '../../../control-plane/state.ts'

const newFolders = () => foldersOf('test', mkdtempSync(join(tmpdir(), 'roadbed-')))

it('is a namespace’s own from the next write on, or tests that try no circuit breaker pay for those that do', () => {
  const folders = newFolders()
  expect(orderedPace(folders, 'team-a')).toBeUndefined()
  orderPace(folders, 'team-a', 0.002)
  expect(orderedPace(folders, 'team-a')).toBe(0.002)
  orderPace(folders, 'team-a', 1)
  expect(orderedPace(folders, 'team-a')).toBe(1)
})

it('is the control plane’s for other namespaces, and for what lies in none', () => {
  const folders = newFolders()
  orderPace(folders, 'team-a', 0.002)
  expect([orderedPace(folders, 'team-b'), orderedPace(folders, undefined)]).toEqual([undefined, undefined])
})
