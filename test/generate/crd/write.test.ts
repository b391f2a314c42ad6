import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { composedKinds, type ComposedKind } from '../../../generate/composed-kinds.ts'
import { compact } from '../../../generate/crd/compact.ts'
import { interfaceModule } from '../../../generate/crd/interface.ts'
import { readCrds } from '../../../generate/crd/read.ts'
import { crdFiles, kebab } from '../../../generate/crd/write.ts'
import { stale } from '../../../generate/files.ts'
import { loadRegistry } from '../../../simulator/schema/registry.ts'
import { root } from '../../../packages/root.ts'
import { folderOf, gadgetCrd } from '../fixtures.ts'

/** A CRD of a composed kind, made from the schema that the simulator reads from the committed file. */
const crdOf = (composed: ComposedKind): string => {
  const { apiVersion = '', kind, plural, scope, schema } = loadRegistry().get(composed) ?? {}
  const [group, name] = apiVersion.split('/')
  const versions = [{ name, schema: { openAPIV3Schema: { ...schema, description: 'Prose.' } } }]
  return stringify({ spec: { group, scope, names: { kind, plural }, versions } })
}

const crds = folderOf(Object.fromEntries(composedKinds.map((kind, at) => [`${at}.yaml`, crdOf(kind)])))
const gadgets = folderOf({ 'gadget.yaml': gadgetCrd })
afterAll(() => {
  crds.remove()
  gadgets.remove()
})

describe('the files of composed kinds', () => {
  const files = crdFiles(crds.path)

  it('are two for each kind and come out of their own schemas byte by byte, or a fact was lost', () => {
    expect(files).toHaveLength(2 * composedKinds.length)
    expect(stale(files, root)).toEqual([])
  })

  it('are the same bytes from the same CRDs, or every run makes a diff', () => {
    expect(crdFiles(crds.path)).toEqual(files)
  })

  it('have a schema on one line, or a review drowns in thousands of lines', () => {
    const [, json] = files
    expect(json?.path).toBe('simulator/generated/rds.aws.m.upbound.io/instance.json')
    expect(json?.text).toMatch(/^\{.*\}\n$/)
    expect(readFileSync(join(root, json?.path ?? ''), 'utf8')).toBe(json?.text)
  })
})

describe('a small CRD', () => {
  const [gadget] = readCrds(gadgets.path, ['example.org/v1 Gadget'])

  it('keeps its facts and loses its prose, or we ship somebody’s text', () => {
    expect(compact(gadget?.schema ?? {})).toEqual({
      spec: {
        $: {
          'dashed-name': 'boolean',
          free: { $: 'any', 'x-kubernetes-preserve-unknown-fields': true },
          labels: { '*': 'string' },
          mode: { $: 'string', enum: ['Fast', 'Safe'], default: 'Safe' },
          modes: [{ $: 'string', enum: ['A', 'B'] }],
          port: 'int-or-string',
          rules: {
            $: [{ 'name!': { $: 'string', maxLength: 9 }, weight: { $: 'number', nullable: true } }],
            'x-kubernetes-list-type': 'map',
            'x-kubernetes-list-map-keys': ['name'],
          },
          'size!': { $: 'integer', minimum: 1 },
        },
        'x-kubernetes-validations': [{ rule: 'self.size < 9', message: 'too big' }],
      },
      status: { id: 'string' },
    })
  })

  it('becomes a type of its spec for the function, or a typo compiles', () => {
    expect(gadget && interfaceModule(gadget)).toContain(`  readonly spec: {
    readonly 'dashed-name'?: boolean
    readonly free?: Json
    readonly labels?: { readonly [key: string]: string }
    readonly mode?: 'Fast' | 'Safe'
    readonly modes?: readonly ('A' | 'B')[]
    readonly port?: number | string
    readonly rules?: readonly {
      readonly name: string
      readonly weight?: number
    }[]
    readonly size: number
  }
`)
  })
})

describe('the file name of a kind', () => {
  it.each([
    ['Usage', 'usage'],
    ['DatabaseInstance', 'database-instance'],
    ['PrivateDNSZone', 'private-dns-zone'],
    ['PrivateDNSZoneVirtualNetworkLink', 'private-dns-zone-virtual-network-link'],
    ['VPC', 'vpc'],
    ['S3Bucket', 's3-bucket'],
  ])('of %s is %s, or a generated file is not found by its import', (kind, file) => {
    expect(kebab(kind)).toBe(file)
  })
})
