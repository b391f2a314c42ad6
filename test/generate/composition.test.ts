import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { database } from '../../apis/database/schema.ts'
import { kinds } from '../../apis/index.ts'
import { platform } from '../../apis/platform/schema.ts'
import { compositionFiles, compositionOf } from '../../generate/composition.ts'
import { stale } from '../../generate/files.ts'
import { root } from '../../packages/root.ts'

const files = kinds.flatMap(compositionFiles)

describe('the Compositions in the repository', () => {
  it('are what would be generated now, or a release ships an older API than its function', () => {
    expect(stale(files, root)).toEqual([])
  })

  it('are all generated: a file that nobody generates is never updated', () => {
    const present = readdirSync(join(root, 'compositions')).map(name => `compositions/${name}`)
    expect(present.toSorted()).toEqual(files.map(({ path }) => path).toSorted())
  })

  it('are one for each provider of a kind and one without, or a provider can’t be pinned', () => {
    expect(compositionFiles(database).map(({ path }) => path)).toEqual(
      ['', '-aws', '-gcp', '-azure', '-kubernetes'].map(end => `compositions/database${end}.yaml`),
    )
  })
})

describe('a Composition', () => {
  it('asks statically for the platform, or every reconcile costs two calls', () => {
    const [step] = compositionOf(database).spec.pipeline
    expect(step?.requirements?.requiredResources).toEqual([
      {
        requirementName: 'platform',
        apiVersion: 'platform.roadbed.dev/v1alpha1',
        kind: 'XPlatform',
        name: 'default',
      },
    ])
  })

  it('of the platform itself asks for nothing: it would wait for itself', () => {
    expect(compositionOf(platform).spec.pipeline[0]).not.toHaveProperty('requirements')
  })

  it('pins its provider in the input and in a label, or a claim goes to another cloud', () => {
    const [pinned, open] = [compositionOf(database, 'AWS'), compositionOf(database)]
    expect(pinned.metadata).toEqual({
      name: 'database-aws',
      labels: { 'platform.roadbed.dev/kind': 'XDatabase', 'platform.roadbed.dev/provider': 'AWS' },
    })
    expect(pinned.spec.pipeline[0]?.input).toMatchObject({ provider: 'AWS' })
    expect(open.metadata.labels['platform.roadbed.dev/provider']).toBe('Auto')
    expect(open.spec.pipeline[0]?.input).not.toHaveProperty('provider')
  })
})
