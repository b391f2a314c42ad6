import { afterAll, describe, expect, it } from 'vitest'
import { readCrds } from '../../../generate/crd/read.ts'
import { folderOf, gadgetCrd } from '../fixtures.ts'

const gadget = 'example.org/v1 Gadget' as const

const folder = folderOf({
  'deep/down/gadgets.yml': gadgetCrd,
  'quoted.yaml': gadgetCrd.replace('group: example.org', 'group: "quoted.example.org"'),
  'README.md': 'group: example.org',
  'other.yaml': 'this: [is, not, a, CRD]',
})
afterAll(() => folder.remove())

describe('reading CRDs', () => {
  it('names the kind that has no CRD and where it was looked for, or a release lacks a type', () => {
    expect(() => readCrds(folder.path, [gadget, 'example.org/v1 Nope'])).toThrow(
      `no CRD for example.org/v1 Nope below ${folder.path}`,
    )
    expect(() => readCrds(folder.path, ['example.org/v2 Gadget'])).toThrow('no CRD for example.org/v2 Gadget')
  })

  it('finds the version that was asked for in whatever file, or an old one is composed', () => {
    const [crd, quoted, old] = readCrds(folder.path, [
      gadget,
      'quoted.example.org/v1 Gadget',
      'example.org/v1alpha1 Gadget',
    ])
    expect(crd).toMatchObject({
      group: 'example.org',
      version: 'v1',
      kind: 'Gadget',
      plural: 'gadgets',
      scope: 'Namespaced',
    })
    expect(Object.keys(crd?.schema.properties ?? {})).toEqual(['spec', 'status'])
    expect(quoted?.group).toBe('quoted.example.org')
    expect(old?.schema.properties).toEqual({ spec: { type: 'object' } })
  })

  it('gives the kinds in the order in which they were asked for, or the files move about', () => {
    const kinds = [gadget, 'example.org/v1alpha1 Gadget', 'quoted.example.org/v1 Gadget'] as const
    expect(
      readCrds(folder.path, kinds.toReversed()).map(({ group, version, kind }) => `${group}/${version} ${kind}`),
    ).toEqual(kinds.toReversed())
  })
})
