import { RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import { describe, expect, it } from 'vitest'
import { providers } from '../../apis/blocks/placement.ts'
import { databaseSpec } from '../../apis/database/schema.ts'
import { kinds } from '../../functions/kinds/index.ts'
import { canonical } from '../../functions/runtime/canonical.ts'
import { isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import { objectAt } from '../../functions/runtime/read.ts'
import { createAnswer } from '../harness/answer.ts'
import { databaseClaim } from '../harness/claims.ts'
import { bed } from '../harness/plane.ts'
import { bytesOf, request } from '../harness/requests.ts'
import { restorable } from '../harness/restorable.ts'
import { leaves } from './leaves.ts'
import { changes, documentationOnly, toldOnly } from './values.ts'

const answer = createAnswer({ kinds, now: () => Date.parse('2026-11-28T00:00:00Z'), seed: () => new Uint8Array(32) })

/** An RDS instance that is up: only then are the databases after the first made. */
const running = {
  resource: { apiVersion: 'rds.aws.m.upbound.io/v1beta1', kind: 'Instance', metadata: { name: 'orders-instance' } },
  connectionDetails: { password: Buffer.from('p'), host: Buffer.from('h') },
}

/** The Secret of a claim that was Ready once: only what is made can be stopped. */
const bound = {
  resource: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'orders-conn' } },
  connectionDetails: {},
}

/** As it goes over the wire. */
const fetched = (required: Readonly<Record<string, readonly JsonObject[]>>) =>
  Object.fromEntries(
    Object.entries(required).map(([name, objects]) => [name, { items: objects.map(resource => ({ resource })) }]),
  )

/** What a pass composes, or that it refuses; and what the status tells of deviations. */
const outcome = (spec: JsonObject, provider?: string, made: object = {}) => {
  const claim = databaseClaim(spec)
  try {
    bed().claim(claim)
  } catch (error) {
    return { refused: String(error), composed: '', told: '' }
  }
  const input = { ...request().input, ...(provider !== undefined && { provider }) }
  const found = isObject(spec['restoreFrom']) && 'namespace' in objectAt(spec, 'restoreFrom', 'database')
  const requiredResources = {
    ...request().requiredResources,
    'connection-secret': { items: [] },
    ...(found && fetched(restorable(providers.find(name => name === provider) ?? 'AWS'))),
  }
  const observed = {
    resources: { ...(provider === 'AWS' && !('restoreFrom' in spec) && { instance: running }), ...made },
  }
  const response = RunFunctionResponse.decode(answer(bytesOf(request({ input, requiredResources, observed }, claim))))
  const status = objectAt(response.desired?.composite?.resource ?? {}, 'status')
  return {
    refused: response.results[0]?.message ?? '',
    composed: canonical({ ...response.desired?.resources, ...response.requirements?.resources } as unknown as Json),
    told: canonical(status['deviations']),
  }
}

const cases = Object.entries(changes).flatMap(([field, change]) =>
  providers.map(provider => ({ field, provider, change })),
)

describe('every field of an XDatabase', () => {
  it('has a change in values.ts, or a new field could do nothing and nobody would notice', () => {
    expect(Object.keys(changes).toSorted()).toEqual([...leaves(databaseSpec)].toSorted())
  })

  it.each(cases.filter(({ field }) => field !== 'placement.provider'))(
    '$field changes what $provider composes, or is refused',
    ({ field, provider, change: [before, after] }) => {
      const made = field === 'state' ? { connection: bound } : {}
      const [first, second] = [outcome(before, provider, made), outcome(after, provider, made)]
      if (first.refused !== '' || second.refused !== '') expect(second.refused).not.toBe('')
      else if (documentationOnly[field]?.includes(provider)) expect(second).toEqual(first)
      else if (toldOnly[field]?.includes(provider)) {
        expect(second.composed).toBe(first.composed)
        expect(second.told).toContain(`spec.${field.split(/[.[]/)[0]}`)
      } else expect(second.composed).not.toBe(first.composed)
    },
  )

  it.each(providers.filter(provider => provider !== 'AWS'))(
    'placement.provider takes a claim whose Composition is not pinned to %s',
    provider => {
      const [byDefault, placed] = [outcome({}), outcome({ placement: { provider } })]
      expect([byDefault.refused, placed.refused]).toEqual(['', ''])
      expect(placed.composed).not.toBe(byDefault.composed)
    },
  )
})
