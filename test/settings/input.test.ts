import { expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { refuse } from '../../functions/runtime/errors.ts'
import { ok, refused } from '../../functions/runtime/result.ts'
import { behaviours, parseInput } from '../../functions/settings/input.ts'

const input = { apiVersion: 'function.roadbed.dev/v1alpha1', kind: 'Input', behaviour: 1 }

const root = 'Composition spec.pipeline[].input'

const pathsOf = (given: JsonObject) => {
  const outcome = parseInput(given)
  return outcome.ok ? [] : outcome.refusals.map(({ code, path }) => `${code} ${path}`)
}

it('refuses a Composition that says nothing: a behaviour by default would change under a pinned one', () => {
  expect(pathsOf({})).toEqual(['apiVersion', 'kind', 'behaviour'].map(field => `InvalidInput ${root}.${field}`))
})

it.each<[string, JsonObject]>([
  ['.apiVersion', { apiVersion: 'function.roadbed.dev/v2' }],
  ['.kind', { kind: 'Inputs' }],
  ['.behaviour', { behaviour: 0 }],
  ['.behaviour', { behaviour: '1' }],
  ['.behaviour', { behaviour: 1.5 }],
  ['.provider', { provider: 'aws' }],
])('refuses at %s the input of another function: %j', (path, change) => {
  expect(pathsOf({ ...input, ...change })).toEqual([`InvalidInput ${root}${path}`])
})

it('refuses a field that it does not know: a misspelt provider would pin nothing', () => {
  expect(parseInput({ ...input, providr: 'AWS' })).toEqual(
    refused(refuse('InvalidInput', `${root}.providr`, 'unknown field')),
  )
})

it('reads what the Composition pins', () => {
  expect(parseInput(input)).toEqual(ok(input))
  expect(parseInput({ ...input, provider: 'Azure' })).toEqual(ok({ ...input, provider: 'Azure' }))
})

it('has every behaviour that an installed Composition may ask for', () => {
  expect(behaviours).toEqual({ oldest: 1, newest: 1 })
  for (let behaviour: number = behaviours.oldest; behaviour <= behaviours.newest; behaviour++)
    expect(parseInput({ ...input, behaviour })).toEqual(ok({ ...input, behaviour }))
})

it('refuses a behaviour of the future, or a new Composition runs on old rules', () => {
  const next = behaviours.newest + 1
  const message = `${next} is asked for; this function has behaviour ${behaviours.oldest} to ${behaviours.newest}`
  expect(parseInput({ ...input, behaviour: next })).toEqual(
    refused(refuse('UnsupportedBehaviour', `${root}.behaviour`, message)),
  )
})
