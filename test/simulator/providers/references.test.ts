import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { externalName, resolveReferences, type Reference } from '../../../simulator/providers/references.ts'
import { namespace, widget, widgetServer } from '../fixtures.ts'

const target = { apiVersion: 'example.org/v1', kind: 'Widget' }
const one: Reference = { field: 'group', ref: 'groupRef', target }
const many: Reference = { field: 'groups', ref: 'groupRefs', target }

const named = (name: string, external?: string): JsonObject =>
  widget({}, { name, ...(external && { annotations: { 'crossplane.io/external-name': external } }) })

const resolve = (forProvider: JsonObject, references: readonly Reference[]) => {
  const api = widgetServer()
  for (const object of [named('a', 'cloud-a'), named('b', 'cloud-b'), named('young')]) api.apply(object, 'm')
  return resolveReferences(api, { metadata: { name: 'x', namespace }, spec: { forProvider } }, references)
}

describe('the references of a managed resource', () => {
  it('are nothing to do where there are none, or a provider waits for nothing', () => {
    expect(resolve({}, [one, many])).toEqual({ fields: {} })
  })

  it('become the external name of what they refer to, or the cloud is asked for an object’s name', () => {
    expect(resolve({ groupRef: { name: 'a' }, groupRefs: [{ name: 'b' }, { name: 'a' }] }, [one, many])).toEqual({
      fields: { group: 'cloud-a', groups: ['cloud-b', 'cloud-a'] },
    })
  })

  it('become something else where the kind says so, such as Azure’s ids', () => {
    const byKind: Reference = { ...one, value: object => textAt(object, 'kind') }
    expect(resolve({ groupRef: { name: 'a' } }, [byKind])).toEqual({ fields: { group: 'Widget' } })
  })

  it('tell what is missing and why, or a developer can’t tell a typo from a wait', () => {
    const missing = (name: string, what: string) => ({
      missing: `cannot resolve references: spec.forProvider.group: Widget "${name}" ${what}`,
    })
    expect(resolve({ groupRef: { name: 'none' } }, [one])).toEqual(missing('none', 'not found'))
    expect(resolve({ groupRef: { name: 'young' } }, [one])).toEqual(missing('young', 'has no value yet'))
  })

  it('leave a field that is set, unless they are to be resolved always: a moved zone has to be followed', () => {
    const always = { name: 'a', policy: { resolve: 'Always' } }
    expect(resolve({ group: 'old', groupRef: { name: 'a' } }, [one])).toEqual({ fields: {} })
    expect(resolve({ group: 'old', groupRef: always }, [one])).toEqual({ fields: { group: 'cloud-a' } })
    expect(resolve({ group: 'cloud-a', groupRef: always }, [one])).toEqual({ fields: {} })
  })

  it('take the external name from the annotation alone, or what has no name yet counts as named', () => {
    expect(externalName(named('a', 'cloud-a'))).toBe('cloud-a')
    expect(externalName(named('a'))).toBeUndefined()
  })
})
