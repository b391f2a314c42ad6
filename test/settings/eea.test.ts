import { describe, expect, it } from 'vitest'
import { eeaRegions, isInEea } from '../../functions/settings/eea.ts'

describe('a region of the European Economic Area', () => {
  it.each([
    ['AWS', 'eu-west-1', true],
    ['AWS', 'eu-west-2', false],
    ['AWS', 'eu-central-2', false],
    ['AWS', 'us-east-1', false],
    ['GCP', 'europe-west1', true],
    ['GCP', 'europe-west2', false],
    ['GCP', 'europe-west6', false],
    ['Azure', 'westeurope', true],
    ['Azure', 'uksouth', false],
    ['Azure', 'switzerlandnorth', false],
  ] as const)('on %s: %s is one: %s, or personal data goes where it may not', (provider, region, is) => {
    expect(isInEea(provider, region)).toBe(is)
  })

  it('is not known of a cluster, nor of no region', () => {
    expect(isInEea('Kubernetes', 'eu-west-1')).toBeUndefined()
    expect(isInEea('AWS', undefined)).toBeUndefined()
    expect(eeaRegions('AWS')).toContain('eu-west-3')
  })
})
