import { expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { refuse } from '../../functions/runtime/errors.ts'
import { ok, refused } from '../../functions/runtime/result.ts'
import { parsePlatform, platformOf, supportOf } from '../../functions/settings/platform.ts'
import { examplePlatform } from '../harness/files.ts'
import { platform } from '../harness/claims.ts'
import { observed } from '../runtime/fixtures.ts'

const given = (...objects: JsonObject[]) => observed({ required: { platform: objects } })

const supportedBy = (support: JsonObject) => supportOf(given(platform({ support })))

it('refuses to plan before the platform was fetched, or the first pass goes to the wrong cloud', () => {
  const message = 'ask for platform.roadbed.dev/v1alpha1 XPlatform default as platform'
  expect(platformOf(observed())).toEqual(
    refused(refuse('PlatformNotRequested', 'Composition spec.pipeline[].requirements', message)),
  )
})

it('is empty where there is none: everything has a default', () => {
  expect(platformOf(given())).toEqual(ok({}))
  expect(platformOf(given({ kind: 'XPlatform' }))).toEqual(ok({}))
})

it('reads the platform of the examples whole', () => {
  const { spec } = examplePlatform()
  expect(platformOf(given(examplePlatform()))).toEqual(ok(spec))
})

it('names the platform’s field that is wrong, so that nobody searches the claim', () => {
  const spec = { environmentType: 'Live', providers: { aws: { regions: [] } } }
  const outcome = platformOf(given(platform(spec)))
  expect(outcome.ok ? [] : outcome.refusals.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'InvalidPlatform XPlatform/default spec.environmentType',
    'InvalidPlatform XPlatform/default spec.providers.aws.regions',
  ])
})

it.each([undefined, null, 'none', []])('is not %j', spec => {
  expect(parsePlatform(spec)).toMatchObject({ ok: false, refusals: [{ path: 'XPlatform/default spec' }] })
})

it('says nothing about help that is not there', () => {
  expect(supportOf(observed())).toBe('')
  expect(supportOf(given())).toBe('')
  expect(supportedBy({})).toBe('')
  expect(supportOf(given(platform({ environmentType: 'Live', support: { slackChannel: '#help' } })))).toBe('')
})

it('tells every way to get help in one sentence', () => {
  expect(supportedBy({ slackChannel: '#platform' })).toBe('Need help? Ask in #platform.')
  expect(supportedBy({ ticketUrl: 'https://tickets.example.org' })).toBe(
    'Need help? Open a ticket at https://tickets.example.org.',
  )
  const all = {
    slackChannel: '#platform',
    ticketUrl: 'https://tickets.example.org',
    officeHours: 'Mondays at 9',
    docs: 'https://docs.example.org',
  }
  expect(supportedBy(all)).toBe(
    'Need help? Ask in #platform, open a ticket at https://tickets.example.org, come to the office hours (Mondays at 9), read https://docs.example.org.',
  )
})

it('begins with a capital, whichever way comes first, and leaves out one that is empty', () => {
  expect(supportedBy({ slackChannel: '', docs: 'https://docs.example.org' })).toBe(
    'Need help? Read https://docs.example.org.',
  )
  expect(supportedBy({ officeHours: 'Mondays' })).toBe('Need help? Come to the office hours (Mondays).')
})
