import { describe, expect, it } from 'vitest'
import { foreignKinds, groupOf } from '../../../control-plane/crds/kinds.ts'
import { bundleRights, providerRole } from '../../../control-plane/steps/rights.ts'
import type { Json } from '../../../functions/runtime/json.ts'
import { listAt, textAt } from '../../../functions/runtime/read.ts'
import { cloudNames, clouds } from '../../../packages/clouds.ts'

const texts = (rule: Json, field: string): readonly string[] =>
  listAt(rule, field).flatMap(text => (typeof text === 'string' ? [text] : []))

const groupsOf = (rule: Json): string => texts(rule, 'apiGroups').join()

const providers = cloudNames.flatMap(cloud => clouds[cloud].providers)

describe.each(providers)('what stands in for $name', provider => {
  const rules = listAt(providerRole(provider), 'rules')

  it('lets Crossplane use its kinds and no other, or a right that our bundle lacks would not be missed', () => {
    const granted = rules.flatMap(rule => texts(rule, 'resources').map(name => `${name} ${groupsOf(rule)}`))
    const expected = foreignKinds().flatMap(kind =>
      provider.groups.includes(groupOf(kind))
        ? [`${kind.plural} ${groupOf(kind)}`, `${kind.plural}/status ${groupOf(kind)}`]
        : [],
    )
    expect(expected.length).toBeGreaterThan(0)
    expect(granted.toSorted()).toEqual(expected.toSorted())
  })

  it('is labelled as the RBAC manager labels it, or Kubernetes would not add it to Crossplane’s role', () => {
    expect(textAt(providerRole(provider), 'metadata', 'labels', 'rbac.crossplane.io/aggregate-to-crossplane')).toBe(
      'true',
    )
  })
})

it('grants by the bundles alone what operators and Kubernetes itself bring: users have nothing else either', () => {
  const ours = clouds.kubernetes.clusterGroups
  expect(providers.flatMap(({ groups }) => groups).filter(group => ours.includes(group))).toEqual([])
  const groups = bundleRights().flatMap(role => listAt(role, 'rules').flatMap(rule => texts(rule, 'apiGroups')))
  expect(groups).toEqual(expect.arrayContaining([...ours]))
})

it('applies each role of the bundles once, though bundles have some in common', () => {
  const names = bundleRights().map(role => textAt(role, 'metadata', 'name'))
  expect(names).toEqual([...new Set(names)])
  expect(names).toEqual(expect.arrayContaining(['roadbed:compose-kubernetes', 'roadbed:edit', 'roadbed:platform-team']))
})
