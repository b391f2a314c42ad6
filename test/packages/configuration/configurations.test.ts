import { describe, expect, it } from 'vitest'
import { configurations } from '../../../packages/configuration/configurations.ts'
import { cloudNames, clouds } from '../../../packages/clouds.ts'
import { compatible } from '../../../packages/version.ts'

interface Content {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string }
  readonly spec: {
    readonly dependsOn?: readonly { readonly kind: string; readonly package: string; readonly version: string }[]
  }
}

const all = configurations().map(({ name, objects }) => ({ name, objects: objects as readonly Content[] }))
const needs = (name: string, kind: string) =>
  all
    .find(each => each.name === name)
    ?.objects[0]?.spec.dependsOn?.filter(dependency => dependency.kind === kind)
    .map(dependency => dependency.package.split('/').at(-1))

describe('the Configurations', () => {
  it('have one owner for every object, or Crossplane refuses the second package', () => {
    const names = all.flatMap(({ objects }) => objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`))
    expect(new Set(names).size).toBe(names.length)
  })

  it('carry nothing but what Crossplane takes from a Configuration', () => {
    const kinds = all.flatMap(({ objects }) => objects.slice(1).map(({ kind }) => kind))
    const allowed = ['CompositeResourceDefinition', 'Composition', 'ManagedResourceActivationPolicy']
    expect(new Set(kinds)).toEqual(new Set(allowed))
  })

  it('bring the function with the API, and no provider, so that nobody installs what is not used', () => {
    expect(needs('roadbed', 'Function')).toEqual(['function-roadbed'])
    expect(needs('roadbed', 'Provider')).toEqual([])
  })

  it.each(cloudNames.filter(cloud => clouds[cloud].providers.length > 0))(
    'bring the API and the providers of %s',
    cloud => {
      expect(needs(`roadbed-${cloud}`, 'Configuration')).toEqual(['roadbed'])
      expect(needs(`roadbed-${cloud}`, 'Provider')).toEqual(clouds[cloud].providers.map(({ name }) => name))
    },
  )
})

it('accepts a newer function until the next major version, or the function could not be upgraded first', () => {
  expect(compatible('v0.3.1')).toBe('>=v0.3.1, <v1.0.0')
  expect(compatible('v2.0.0')).toBe('>=v2.0.0, <v3.0.0')
})
