import { expect, it } from 'vitest'
import { kinds } from '../../functions/kinds/index.ts'
import { kinds as apis } from '../../apis/index.ts'

it('composes every kind of the API, or its claims pass through and nothing happens', () => {
  expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(apis.map(({ kind }) => kind).toSorted())
})

it('has each kind in the one version that the API has', () => {
  expect(new Set(kinds.map(({ apiVersion }) => apiVersion))).toEqual(new Set(['platform.roadbed.dev/v1alpha1']))
})

it('always says whether everything is provisioned', () => {
  for (const { conditions } of kinds) expect(conditions).toContain('Provisioned')
})
