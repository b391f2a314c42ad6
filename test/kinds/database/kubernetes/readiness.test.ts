import { describe, expect, it } from 'vitest'
import {
  whenClusterReady,
  whenDatabaseApplied,
  whenHibernated,
} from '../../../../functions/kinds/database/kubernetes/readiness.ts'
import type { JsonObject } from '../../../../functions/runtime/json.ts'

const object = (status: JsonObject, generation = 2): JsonObject => ({ metadata: { generation }, status })

const ready = (status: string) => [{ type: 'Ready', status, message: 'Cluster is not ready' }]

describe('a Cluster', () => {
  it('is not ready before it says anything', () => {
    expect(whenClusterReady({})).toEqual({ ready: false, message: 'creating' })
  })

  it('says in its phase what it is doing, else in its condition', () => {
    expect(whenClusterReady(object({ conditions: ready('False'), phase: 'Setting up primary' }))).toEqual({
      ready: false,
      message: 'Setting up primary',
    })
    expect(whenClusterReady(object({ conditions: ready('False') }))).toEqual({
      ready: false,
      message: 'Cluster is not ready',
    })
  })

  it('says why, where the operator does', () => {
    const status = { phase: 'Unable to create required cluster objects', phaseReason: 'no space\nleft' }
    expect(whenClusterReady(object(status)).message).toBe('Unable to create required cluster objects: no space left')
  })

  it('is ready by its condition, whatever its phase says', () => {
    expect(whenClusterReady(object({ conditions: ready('True'), phase: 'Upgrading' }))).toEqual({ ready: true })
  })
})

describe('a Cluster that is stopped', () => {
  const hibernation = (status: string, reason: string, message: string) =>
    object({ conditions: [...ready('True'), { type: 'cnpg.io/hibernation', status, reason, message }] })

  it('is as it is meant to be once its pods are gone, and not before', () => {
    expect(whenHibernated(object({ conditions: ready('True') }))).toEqual({ ready: false, message: 'stopping' })
    expect(whenHibernated(hibernation('False', 'DeletingPods', 'Hibernation is in progress'))).toEqual({
      ready: false,
      message: 'Hibernation is in progress',
    })
    expect(whenHibernated(hibernation('True', 'Hibernated', 'Cluster has been hibernated'))).toEqual({ ready: true })
  })

  it('is not while it wakes, although the operator leaves its conditions True: nobody can connect yet', () => {
    expect(whenHibernated(hibernation('True', 'Rehydration', 'Cluster Rehydration')).ready).toBe(false)
    const waking = object({ conditions: ready('True'), readyInstances: 0 })
    expect(whenClusterReady(waking)).toEqual({ ready: false, message: 'starting' })
    expect(whenClusterReady(object({ conditions: ready('True'), readyInstances: 1 }))).toEqual({ ready: true })
  })
})

describe('a Database', () => {
  it('is not ready before it says anything', () => {
    expect(whenDatabaseApplied(object({}))).toEqual({ ready: false, message: 'creating' })
    expect(whenDatabaseApplied(object({ observedGeneration: 2 }))).toEqual({ ready: false, message: 'creating' })
  })

  it('is ready when this generation was applied, or `kubectl wait` returns before the change', () => {
    expect(whenDatabaseApplied(object({ observedGeneration: 2, applied: true }))).toEqual({ ready: true })
    expect(whenDatabaseApplied(object({ observedGeneration: 1, applied: true })).ready).toBe(false)
    expect(whenDatabaseApplied(object({ applied: true })).ready).toBe(false)
  })

  it('says why it was not applied', () => {
    expect(whenDatabaseApplied(object({ observedGeneration: 2, applied: false, message: 'no\nsuch owner' }))).toEqual({
      ready: false,
      message: 'no such owner',
    })
  })
})
