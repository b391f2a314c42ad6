import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Definition } from './definition.ts'
import { goTemplating } from './go-templating.ts'
import { fieldPath, nativeGo } from './native-go.ts'
import { patchAndTransform } from './patch-and-transform.ts'
import { python } from './python.ts'
import { templateOf } from './template.ts'

const object = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'orders-conn', labels: { 'a.b/c': 'orders' } },
  data: { host: Buffer.from('100% orders').toString('base64') },
  spec: { refs: [{ name: 'orders-x' }], size: 5, quoted: 'say "hi" {{ }}' },
}

const definition: Definition = {
  size: '8',
  resources: [
    {
      key: 'instance',
      ready: 'condition',
      template: templateOf(object, [{ path: ['metadata', 'name'], value: 'orders', in: 'within' }]),
    },
  ],
  status: [{ to: ['status', 'host'], key: 'instance', from: ['status', 'atProvider', 'address'] }],
}

describe('what a definition becomes', () => {
  it('is Go that reads the claim, with text in quotes and numbers as Kubernetes has them', () => {
    const source = nativeGo([definition])
    expect(source).toContain('v0, err := xr.Resource.GetString("metadata.name")')
    expect(source).toContain('"host": base64.StdEncoding.EncodeToString([]byte("100% " + v0))')
    expect(source).toContain('"size": int64(5)')
    expect(source).toContain(String.raw`"say \"hi\" {{ }}"`)
  })

  it('is Python that reads the claim', () => {
    const source = python([definition])
    expect(source).toContain('v0 = xr["metadata"]["name"]')
    expect(source).toContain('base64.b64encode(("100% " + v0).encode()).decode()')
    expect(source).toContain(
      'copy_status(status, ("host",), observed, "instance", ("status", "atProvider", "address",))',
    )
  })

  it('is a template whose literals open no action and whose formats have no stray percent sign', () => {
    const { inline } = goTemplating(definition, 'example.org/v1') as { inline: { template: string } }
    expect(inline.template).toContain('{{ printf "100%% %s" $v0 | b64enc }}')
    expect(inline.template).toContain(String.raw`"say \"hi\" {{ "{{" }} }}"`)
    const [, resource = ''] = inline.template.split('---\n')
    const plain = resource
      .replaceAll('{{ "{{" }}', '<<')
      .replaceAll(/"\{\{ if .*\}\}"/g, '"True"')
      .replaceAll(/\{\{.*?\}\}/g, 'V')
    expect(parse(plain)).toMatchObject({ metadata: { name: 'V-conn' }, spec: { refs: [{ name: 'V-x' }], size: 5 } })
  })

  it('is a base with patches, each to the place that it was cut from', () => {
    const { resources } = patchAndTransform(definition) as unknown as {
      resources: { base: object; patches: { toFieldPath: string; transforms?: object[] }[] }[]
    }
    expect(resources[0]?.patches.map(({ toFieldPath }) => toFieldPath)).toEqual([
      'data.host',
      'metadata.labels[a.b/c]',
      'metadata.name',
      'spec.refs[0].name',
      'status.host',
    ])
    expect(resources[0]?.patches[0]?.transforms).toHaveLength(2)
    expect(resources[0]?.base).toMatchObject({ kind: 'Secret', spec: { size: 5 } })
  })

  it('writes a field path as the SDKs read it', () => {
    expect(fieldPath(['metadata', 'labels', 'a.b/c'])).toBe('metadata.labels[a.b/c]')
    expect(fieldPath(['spec', 'databases', 0, 'name'])).toBe('spec.databases[0].name')
  })
})
