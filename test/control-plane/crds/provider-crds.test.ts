import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { providerCrds } from '../../../control-plane/crds/provider-crds.ts'
import { at, textAt } from '../../../functions/runtime/read.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { composedKinds } from '../../../generate/composed-kinds.ts'

const named = (crds: readonly JsonObject[], name: string) => crds.find(crd => textAt(crd, 'metadata', 'name') === name)
const versionOf = (crd: JsonObject | undefined) => {
  const versions = at(crd, 'spec', 'versions')
  return Array.isArray(versions) ? (versions[0] as JsonObject) : undefined
}

describe('providerCrds', () => {
  const crds = providerCrds(undefined).read()

  it('brings every kind that we compose and Crossplane does not, or a claim could never be Ready', () => {
    const served = crds.map(crd => `${textAt(crd, 'spec', 'group')} ${textAt(crd, 'spec', 'names', 'kind')}`)
    const composed = composedKinds
      .map(kind => kind.replace(/\/\S+/, ''))
      .filter(kind => !kind.startsWith('protection.'))
    expect(served).toEqual(expect.arrayContaining(composed))
  })

  it('brings nothing of our own, of Crossplane or of Kubernetes: those would be overwritten', () => {
    const groups = new Set(crds.map(crd => textAt(crd, 'spec', 'group')))
    for (const group of ['platform.roadbed.dev', 'protection.crossplane.io', 'networking.k8s.io', ''])
      expect(groups).not.toContain(group)
  })

  it('keeps whatever a provider writes into a status, and lets it be written alone', () => {
    for (const version of crds.map(versionOf)) {
      expect(at(version, 'subresources')).toEqual({ status: {} })
      const status = at(version, 'schema', 'openAPIV3Schema', 'properties', 'status')
      expect(at(status, 'x-kubernetes-preserve-unknown-fields')).toBe(true)
    }
  })

  it('lists managed resources as their providers do', () => {
    const instance = named(crds, 'instances.rds.aws.m.upbound.io')
    expect(at(instance, 'spec', 'names', 'categories')).toEqual(['crossplane', 'managed'])
    expect(JSON.stringify(at(versionOf(instance), 'additionalPrinterColumns'))).toContain('EXTERNAL-NAME')
    expect(at(named(crds, 'clusters.postgresql.cnpg.io'), 'spec', 'names', 'categories')).toBeUndefined()
  })
})

describe('--crds', () => {
  const folderWith = (...files: readonly string[]): string => {
    const folder = mkdtempSync(join(tmpdir(), 'roadbed-'))
    files.forEach((text, index) => writeFileSync(join(folder, `${index}.yaml`), text))
    return folder
  }
  const crd = (name: string) =>
    stringify({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name },
      spec: { full: true, conversion: { strategy: 'Webhook' } },
    })

  it('takes the full CRD where the folder has it, without a webhook that is not here, and ours for the rest', () => {
    const folder = folderWith(`${crd('instances.rds.aws.m.upbound.io')}---\n${crd('others.example.org')}`)
    const found = providerCrds(folder).read()
    expect(at(named(found, 'instances.rds.aws.m.upbound.io'), 'spec')).toEqual({
      full: true,
      conversion: { strategy: 'None' },
    })
    expect(named(found, 'others.example.org')).toBeUndefined()
    expect(found).toHaveLength(providerCrds(undefined).read().length)
  })

  it('names a folder that is not there, and a file that is no YAML', () => {
    expect(() => providerCrds('/nowhere')).toThrow('--crds /nowhere: there is no such folder')
    const folder = folderWith('kind: CustomResourceDefinition\nname: instances.rds.aws.m.upbound.io\n a: [')
    expect(() => providerCrds(folder).read()).toThrow(`${folder}/0.yaml can’t be read`)
  })

  it('has another digest for anything that it is made of, or what has changed would not be given to the API server', () => {
    const [one, same, other] = ['a.example.org', 'a.example.org', 'b.example.org'].map(
      name => providerCrds(folderWith(crd(name))).digest,
    )
    expect(one).toBe(same)
    expect(new Set([one, other, providerCrds(undefined).digest]).size).toBe(3)
  })

  it('tells which kinds it brings, by which one sees whether they are served', () => {
    const { kinds, read } = providerCrds(undefined)
    expect([...kinds.keys()]).toEqual(read().map(each => textAt(each, 'metadata', 'name')))
    expect(kinds.get('instances.rds.aws.m.upbound.io')).toBe('rds.aws.m.upbound.io/v1beta1 Instance')
  })
})
