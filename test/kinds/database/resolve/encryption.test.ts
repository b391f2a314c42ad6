import { expect, it } from 'vitest'
import { decideEncryption } from '../../../../functions/kinds/database/resolve/encryption.ts'
import { refuse } from '../../../../functions/runtime/errors.ts'

it('encrypts with the provider’s key, and connections too, where nobody says otherwise', () => {
  expect(decideEncryption('AWS', {}, undefined)).toEqual({
    value: { atRest: 'ProviderManaged', inTransit: 'Required' },
    refusals: [],
  })
})

it('keeps the key that the disk has when the wish is taken away, or the disk is replaced', () => {
  expect(decideEncryption('AWS', {}, 'CustomerManaged').value.atRest).toBe('CustomerManaged')
  expect(decideEncryption('AWS', {}, 'ProviderManaged').value.atRest).toBe('ProviderManaged')
})

it.each([
  ['CustomerManaged', 'ProviderManaged'],
  ['ProviderManaged', 'CustomerManaged'],
] as const)('refuses to change the key from %s to %s', (current, atRest) => {
  expect(decideEncryption('GCP', { atRest }, current).refusals).toEqual([
    refuse('FixedField', 'spec.encryption.atRest', `the disk is ${current}; no cloud re-encrypts it in place`),
  ])
})

it('takes the key that is asked for at first, and weaker TLS at any time', () => {
  const claim = { atRest: 'CustomerManaged', inTransit: 'Preferred' } as const
  expect(decideEncryption('Azure', claim, undefined)).toEqual({ value: claim, refusals: [] })
  expect(decideEncryption('Azure', claim, 'CustomerManaged')).toEqual({ value: claim, refusals: [] })
})

it('refuses a key of one’s own in the cluster, where the StorageClass decides', () => {
  expect(decideEncryption('Kubernetes', { atRest: 'CustomerManaged' }, undefined).refusals).toEqual([
    refuse('UnsupportedByProvider', 'spec.encryption.atRest', 'CustomerManaged; Kubernetes offers ProviderManaged'),
  ])
})
