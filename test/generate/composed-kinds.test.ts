import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { composedKinds, kubernetesKinds } from '../../generate/composed-kinds.ts'
import { schemasFolder, typesFolder } from '../../generate/crd/write.ts'
import { root } from '../../packages/root.ts'

const filesBelow = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith(ending))

const schemas = filesBelow(schemasFolder, '.json').map(file => {
  const text = readFileSync(join(root, schemasFolder, file), 'utf8')
  const { apiVersion, kind } = JSON.parse(text) as { apiVersion: string; kind: string }
  return `${apiVersion} ${kind}`
})

const types = filesBelow(typesFolder, '.ts').flatMap(file => {
  const text = readFileSync(join(root, typesFolder, file), 'utf8')
  const [, apiVersion, kind] = /^export const \w+ = kindOf<\w+>\('(.+)', '(.+)'\)$/m.exec(text) ?? []
  return kind === undefined ? [] : [`${apiVersion} ${kind}`]
})

describe('the kinds that we compose', () => {
  const all = [...composedKinds, ...kubernetesKinds]

  it('are named once each, or one file is written twice', () => {
    expect(new Set(all).size).toBe(all.length)
  })

  it('have a schema each and no other has, or the simulator checks what nobody composes, or does not check', () => {
    expect(schemas.toSorted()).toEqual(all.toSorted())
  })

  it('have a type each and no other has, or the function composes what the simulator does not know', () => {
    expect(types.toSorted()).toEqual(all.toSorted())
  })
})
