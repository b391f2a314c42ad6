import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gcpLabels, tags } from '../../functions/kinds/tags.ts'
import { observedDatabase } from './fixtures.ts'

const { claim } = observedDatabase()

const facts = {
  'managed-by': 'roadbed',
  kind: 'xdatabase',
  claim: 'orders',
  namespace: 'team-a',
  environment: 'team-a',
}

it('tells whose a cloud resource is, also where the platform has no tags', () => {
  expect(tags(claim, {})).toEqual(facts)
  expect(gcpLabels(claim, {})).toEqual(facts)
})

it('names the team where the claim does: it is who pays', () => {
  const owned = { ...claim, labels: { 'platform.roadbed.dev/team': 'checkout' } }
  expect(tags(owned, {})).toEqual({ ...facts, team: 'checkout' })
})

it('adds the platform’s tags, which can’t pretend to be another claim’s', () => {
  expect(tags(claim, { 'cost-center': '4711', claim: 'payments' })).toEqual({ 'cost-center': '4711', ...facts })
  expect(gcpLabels(claim, { 'Cost Center': 'R&D', Claim: 'payments' })).toEqual({ 'cost-center': 'r-d', ...facts })
})

it('lets nobody pretend by another spelling: GCP has no capitals, and Azure does not tell them apart', () => {
  const platform = { claim: 'a', Claim: 'payments', CLAIM: 'b', Owner: 'c' }
  expect(tags(claim, platform)).toEqual({ Owner: 'c', ...facts })
  expect(gcpLabels(claim, platform)).toEqual({ owner: 'c', ...facts })
})

it('chooses always the same of two tags that GCP spells alike, in whatever order they arrive', () => {
  expect(gcpLabels(claim, { 'a.b': '1', 'a/b': '2' })).toEqual(gcpLabels(claim, { 'a/b': '2', 'a.b': '1' }))
})

it.each([
  ['4711', 'tag'],
  ['__9-team', 'team'],
  ['Team.Name', 'team-name'],
  ['ÄÖÜ', 'tag'],
])('spells the key %j as GCP allows: %j', (key, spelled) => {
  expect(gcpLabels(claim, { [key]: 'x' })).toEqual({ ...facts, [spelled]: 'x' })
})

it('cuts what is too long for GCP, and keeps digits and underscores', () => {
  const key = 'k'.repeat(63)
  expect(gcpLabels(claim, { [`${key}y`]: `${'v'.repeat(63)}w`, cost_center: '0123456789_a-b' })).toEqual({
    [key]: 'v'.repeat(63),
    cost_center: '0123456789_a-b',
    ...facts,
  })
})

it('writes only labels that GCP takes, whatever the platform’s tags are', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary', maxLength: 90 }), fc.string({ maxLength: 90 })), own => {
      for (const [key, value] of Object.entries(gcpLabels(claim, own))) {
        expect(key).toMatch(/^[a-z][a-z0-9_-]{0,62}$/)
        expect(value).toMatch(/^[a-z0-9_-]{0,63}$/)
      }
    }),
  )
})
