import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secretValue } from '../../../../functions/kinds/database/connection.ts'
import { knownPassword, password } from '../../../../functions/kinds/database/gcp/password.ts'
import { waiting } from '../../../../functions/runtime/plan.ts'
import { withCondition, type Description } from '../../../runtime/fixtures.ts'
import { emitted, gcpDatabase, name } from '../../fixtures.ts'

const seed = new Uint8Array(32).fill(7)
const random = fc.uint8Array({ minLength: 32, maxLength: 32 })

const made = (sent: Description = {}, bytes: Uint8Array = seed) =>
  secretValue(emitted(password(gcpDatabase({ sent }), { seed: bytes })).resource, 'password')

const stored = { password: { kind: 'Secret', data: { password: Buffer.from('kept').toString('base64') } } }

describe('a new password', () => {
  it('is drawn from the random bytes, 32 characters that need no escaping', () => {
    fc.assert(
      fc.property(random, bytes => {
        expect(made({}, bytes)).toMatch(/^[A-Za-z0-9_-]{32}$/)
        expect(made({}, bytes)).toBe(made({}, bytes))
      }),
    )
  })

  it('is never drawn twice: not from other bytes, and not for another claim', () => {
    fc.assert(
      fc.property(random, random, fc.uuid(), (one, other, uid) => {
        fc.pre(Buffer.compare(one, other) !== 0)
        expect(made({}, one)).not.toBe(made({}, other))
        expect(made({ claim: { metadata: { uid } } }, one)).not.toBe(made({}, one))
      }),
    )
  })

  it('is kept in a Secret of the claim’s namespace', () => {
    expect(emitted(password(gcpDatabase(), { seed })).resource).toMatchObject({
      kind: 'Secret',
      metadata: { name: name('password'), namespace: 'team-a' },
      type: 'Opaque',
    })
  })
})

describe('a password that is known', () => {
  it('never changes, whatever bytes are drawn, or every service is locked out at once', () => {
    fc.assert(
      fc.property(random, bytes => {
        expect(made({ composed: stored }, bytes)).toBe('kept')
      }),
    )
  })

  it('is taken from the user’s details should its Secret be gone, and from the Secret first', () => {
    const user = { composed: { user: {} }, connection: { user: { password: 'from-the-user' } } }
    expect(knownPassword(gcpDatabase({ sent: user }))).toBe('from-the-user')
    expect(made(user)).toBe('from-the-user')
    expect(knownPassword(gcpDatabase({ sent: { ...user, composed: { ...user.composed, ...stored } } }))).toBe('kept')
    expect(knownPassword(gcpDatabase())).toBeUndefined()
  })
})

it('draws none while the user may have one already: the two would differ', () => {
  const synced = (status: string) => ({ composed: { user: withCondition({ type: 'Synced', status }) } })
  expect(password(gcpDatabase({ sent: synced('True') }), { seed })).toEqual(
    waiting('password', 'its Secret is missing, and the user has it already: restore the Secret'),
  )
  expect(password(gcpDatabase({ sent: synced('False') }), { seed }).state).toBe('emit')
})
