import { describe, expect, it } from 'vitest'
import { details } from '../../../../functions/kinds/database/azure/details.ts'
import { passwordSecret, restored } from '../../../../functions/kinds/database/azure/restore.ts'
import type { JsonObject } from '../../../../functions/runtime/json.ts'
import { azureDatabase, name } from '../../fixtures.ts'

const beginning = { server: '/stock', namespace: undefined, pointInTime: '2026-11-27T06:00:00Z' }

const holding = (secret: string, ready: boolean): JsonObject => ({
  metadata: { generation: 1 },
  spec: { forProvider: { administratorPasswordSecretRef: { name: name(secret), key: 'password' } } },
  status: {
    conditions: ['Ready', 'Synced'].map(type => ({
      type,
      status: ready ? 'True' : 'False',
      reason: 'Available',
      observedGeneration: 1,
    })),
  },
})

const seen = (server?: JsonObject, connection = false) =>
  azureDatabase({
    db: { beginning },
    sent: {
      composed: { ...(server && { server }), ...(connection && { connection: {} }) },
      connection: { server: { password: 'p' } },
    },
  })

it('names the server and the moment that it is made of', () => {
  expect(restored(beginning)).toEqual({
    createMode: 'PointInTimeRestore',
    sourceServerId: '/stock',
    pointInTimeRestoreTimeInUtc: '2026-11-27T06:00:00Z',
  })
})

describe('the password of a restored server', () => {
  it('is another one as soon as the server is there, and for good: it begins with that of what it is a copy of', () => {
    expect(passwordSecret(seen())).toBe(name('server-password'))
    expect(passwordSecret(seen(holding('server-password', false)))).toBe(name('server-password'))
    expect(passwordSecret(seen(holding('server-password', true)))).toBe(name('own-password'))
    expect(passwordSecret(seen(holding('own-password', false)))).toBe(name('own-password'))
    expect(passwordSecret(seen(undefined, true))).toBe(name('own-password'))
  })

  it('is told to nobody before it is the claim’s own', () => {
    expect(details(seen(holding('server-password', true))).password).toBeUndefined()
    expect(details(seen(holding('own-password', false))).password).toBeUndefined()
    expect(details(seen(holding('own-password', true))).password).toBe('p')
    expect(details(seen(holding('own-password', false), true)).password).toBe('p')
  })

  it('is the first and only one of a server that began empty', () => {
    const empty = azureDatabase({ sent: { composed: { server: holding('server-password', true) } } })
    expect(passwordSecret(empty)).toBe(name('server-password'))
  })
})
