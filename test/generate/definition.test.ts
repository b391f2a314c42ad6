import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { database } from '../../apis/database/schema.ts'
import { kinds } from '../../apis/index.ts'
import { platform } from '../../apis/platform/schema.ts'
import { compositionName, definitionFile, definitionOf, folderOf, header } from '../../generate/definition.ts'
import { stale } from '../../generate/files.ts'
import { root } from '../../packages/root.ts'

const files = kinds.map(definitionFile)

describe('the definitions in the repository', () => {
  it('are what would be generated now, or the cluster serves another API than the function reads', () => {
    expect(stale(files, root)).toEqual([])
  })

  it('are one for each kind and say that they are generated, or somebody edits them by hand', () => {
    const present = readdirSync(join(root, 'apis'), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('definition.yaml'))
      .map(name => `apis/${name}`)
    expect(present.toSorted()).toEqual(files.map(({ path }) => path).toSorted())
    expect(files.filter(({ text }) => !text.startsWith(header('apis')))).toEqual([])
  })

  it('have no YAML aliases: an editor or a portal may not follow them', () => {
    expect(files.filter(({ text }) => /: [&*][a-z]\d+$/m.test(text)).map(({ path }) => path)).toEqual([])
  })
})

describe('a definition', () => {
  it('names its kind and its Composition, or a claim waits for one for ever', () => {
    expect(definitionOf(database)).toMatchObject({
      apiVersion: 'apiextensions.crossplane.io/v2',
      metadata: { name: 'xdatabases.platform.roadbed.dev' },
      spec: { scope: 'Namespaced', defaultCompositionRef: { name: 'database' } },
    })
    expect([folderOf(database), compositionName(database), compositionName(database, 'AWS')]).toEqual([
      'database',
      'database',
      'database-aws',
    ])
  })

  it('has rules at its root only where the kind has some, or the API server refuses an empty list', () => {
    const rulesOf = (kind: typeof database) =>
      definitionOf(kind).spec.versions[0]?.schema.openAPIV3Schema['x-kubernetes-validations']
    expect(rulesOf(database)).toBeUndefined()
    expect(rulesOf(platform)).toEqual([
      { rule: "self.metadata.name == 'default'", message: 'there is one XPlatform, and it is named default' },
    ])
  })
})
