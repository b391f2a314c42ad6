import type { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { describe, expect, it } from 'vitest'
import { runPipeline, type CallFunction, type Step } from '../../../simulator/core/pipeline.ts'
import { randomNumbers } from '../../../simulator/core/shuffle.ts'
import type { Needs } from '../../../simulator/core/requirements.ts'
import { namespace, secret, widget, widgetServer } from '../fixtures.ts'
import { functionOf, type Answer, type Script } from '../scripted.ts'

const need = (matchName: string) => ({ apiVersion: 'example.org/v1', kind: 'Widget', matchName, namespace })
const step = (name: string, more: Partial<Step> = {}): Step => ({ step: name, functionRef: { name }, ...more })

/** A pipeline of one scripted function per step, which remembers what it was asked. */
const pipeline = (scripts: Record<string, Script>, steps = Object.keys(scripts).map(name => step(name))) => {
  const api = widgetServer()
  const requests: RunFunctionRequest[] = []
  const functions = new Map<string, CallFunction>(
    Object.entries(scripts).map(([name, script]) => [name, functionOf(script, requests)]),
  )
  const seeds = new Map<string, Needs>()
  const run = () =>
    runPipeline({ api, functions, random: randomNumbers(1), seeds }, steps, {
      composite: widget({}),
      composed: new Map(),
    })
  const required = () => requests.map(({ requiredResources }) => Object.keys(requiredResources).toSorted().join())
  return { api, requests, run, required }
}

const always =
  (answer: Answer): Script =>
  () =>
    answer

describe('a pipeline', () => {
  it('fails when there is no such function, or a Composition’s typo composes nothing and says nothing', async () => {
    const { run } = pipeline({}, [step('typo')])
    await expect(run()).rejects.toThrow('pipeline step "typo": there is no function "typo"')
  })

  it('hands desired state and context from step to step, or a second function can’t build on the first', async () => {
    const { run, requests } = pipeline({
      first: always({ resources: { a: secret() }, context: { seen: 1 } }),
      second: ({ context }) => ({ resources: { b: secret() }, context: { seen: Number(context?.['seen']) + 1 } }),
      third: always({ resources: { c: secret() } }),
    })
    const { desired } = await run()
    expect(requests.map(each => [Object.keys(each.desired?.resources ?? {}), each.context])).toEqual([
      [[], undefined],
      [['a'], { seen: 1 }],
      [['b'], { seen: 2 }],
    ])
    expect(Object.keys(desired?.resources ?? {})).toEqual(['c'])
  })

  it('leaves at once with a Fatal: later steps are not called, and nothing is desired', async () => {
    const { run, requests } = pipeline({
      first: always({ resources: { a: secret() }, fatal: 'quota exceeded', ttl: 60 }),
      second: always({}),
    })
    expect(await run()).toMatchObject({
      desired: undefined,
      fatal: 'pipeline step "first" returned a fatal result: quota exceeded',
      ttl: 0,
      calls: 1,
    })
    expect(requests.length).toBe(1)
  })

  it.each([
    [[60, 10, 30], 10],
    [[0, 300, 0], 300],
    [[0, 0, 0], 0],
  ])('of steps with TTLs %j is run again after %i seconds: the smallest that is not zero', async (ttls, ttl) => {
    const scripts = ttls.map((seconds, index) => [`s${index}`, always({ ttl: seconds })] as const)
    expect((await pipeline(Object.fromEntries(scripts)).run()).ttl).toBe(ttl)
  })

  it('is never run again by itself when no step gives a TTL, or a missing TTL looks harmless', async () => {
    expect((await pipeline({ only: always({}) }).run()).ttl).toBe(0)
  })

  it('gives each step its own input, or a pinned provider leaks into the next step', async () => {
    const steps = [step('f', { input: { behaviour: 1 } }), step('f', { step: 'again' })]
    const { run, requests } = pipeline({ f: always({}) }, steps)
    const { calls, requestBytes, responseBytes } = await run()
    expect(requests.map(({ input }) => input)).toEqual([{ behaviour: 1 }, undefined])
    expect(calls).toBe(2)
    expect(requestBytes).toBeGreaterThan(responseBytes)
  })
})

describe('requirements', () => {
  it('that are dynamic cost two calls at first and one afterwards, or load is estimated wrongly', async () => {
    const { run, api, required, requests } = pipeline({ f: always({ needs: { env: need('w') } }) })
    api.apply(widget({ size: 1 }), 'm')
    expect((await run()).calls).toBe(2)
    expect((await run()).calls).toBe(1)
    expect(required()).toEqual(['', 'env', 'env'])
    expect(new Set(requests.map(({ meta }) => meta?.tag)).size).toBe(1)
    expect(requests.at(-1)?.requiredResources['env']?.items[0]?.resource).toMatchObject({ spec: { size: 1 } })
  })

  it('that are static cost one call and give a key without items, or absence can’t be told from not yet', async () => {
    const named = { ...need('none'), requirementName: 'env', name: 'none' }
    const { matchName: _name, ...requirement } = named
    const steps = [step('f', { requirements: { requiredResources: [requirement] } })]
    const { run, requests } = pipeline({ f: always({}) }, steps)
    expect((await run()).calls).toBe(1)
    expect(requests[0]?.requiredResources).toEqual({ env: { items: [] } })
  })

  it('that follow from another one cost three calls at first, or a chain of them looks free', async () => {
    const script: Script = ({ requiredResources }) => ({
      needs: { env: need('w'), ...(requiredResources['env'] && { second: need('v') }) },
    })
    const { run, required } = pipeline({ f: script })
    expect((await run()).calls).toBe(3)
    expect((await run()).calls).toBe(1)
    expect(required()).toEqual(['', 'env', 'env,second', 'env,second'])
  })

  it('that change in every call end in an error after six, or a careless function runs for ever', async () => {
    const { run, requests } = pipeline({ f: (_request, call) => ({ needs: { env: need(`w${call}`) } }) })
    await expect(run()).rejects.toThrow("requirements didn't stabilize after the maximum number of iterations (5)")
    expect(requests.length).toBe(6)
  })

  it('of a kind that is not installed fail before or after the first call, as core does', async () => {
    const nope = { apiVersion: 'nope.example.org/v1', kind: 'Nope', matchName: 'x' }
    const { run, requests } = pipeline({ f: always({ needs: { nope } }) })
    await expect(run()).rejects.toThrow('no matches for kind "Nope"')
    expect(requests.length).toBe(1)
    const { matchName: name, ...rest } = nope
    const steps = [step('f', { requirements: { requiredResources: [{ ...rest, name, requirementName: 'nope' }] } })]
    const fixed = pipeline({ f: always({}) }, steps)
    await expect(fixed.run()).rejects.toThrow('no matches for kind "Nope"')
    expect(fixed.requests).toEqual([])
  })
})
