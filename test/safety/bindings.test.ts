import { describe, expect, it } from 'vitest'
import { canonical } from '../../functions/runtime/canonical.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import { databaseClaim, serviceClaim } from '../harness/claims.ts'
import { bed } from '../harness/plane.ts'
import { convergeService, deploymentIn, rolledOut, serviceBed } from '../harness/services.ts'

describe('a binding', () => {
  const bound = (onChange: string) => serviceClaim({ databases: [{ name: 'db', bind: { onChange } }] })
  const secret = { apiVersion: 'v1', kind: 'Secret', name: 'api-db-conn', namespace: 'team-a' }

  it.each([
    ['Restart', false],
    ['None', true],
  ])('with onChange %s keeps its pods on a rotated password: %s', async (onChange, same) => {
    const { plane, ref } = await convergeService(bound(onChange))
    const template = () => canonical(objectAt(deploymentIn(plane), 'spec', 'template'))
    const before = template()
    const present = plane.api.get(secret) ?? {}
    const data = { ...objectAt(present, 'data'), password: Buffer.from('rotated').toString('base64') }
    plane.api.update({ ...present, data }, 'rotation')
    await plane.reconcile(ref)
    expect(template() === before).toBe(same)
  })

  it('never shows what is in the Secret outside of it', async () => {
    const { plane } = await convergeService(bound('Restart'))
    const password = textAt(plane.api.get(secret), 'data', 'password') ?? 'missing'
    const plain = Buffer.from(password, 'base64').toString()
    const others = plane.api.list().filter(({ kind }) => kind !== 'Secret')
    expect(others.filter(object => [plain, password].some(text => canonical(object).includes(text)))).toEqual([])
  })

  it('to a database that names other services is refused until its owner adds this one', async () => {
    const made = await serviceBed(serviceClaim({ databases: [{ name: 'db', ref: { name: 'orders' } }] }))
    const orders = {
      apiVersion: 'platform.roadbed.dev/v1alpha1',
      kind: 'XDatabase',
      name: 'orders',
      namespace: 'team-a',
    }
    const open = (names: readonly string[]) => {
      const present = made.plane.api.get(orders) ?? {}
      const network = { allowedServices: names.map(name => ({ name })) }
      made.plane.api.update({ ...present, spec: { ...objectAt(present, 'spec'), network } }, 'owner')
    }
    open(['shop'])
    const refused = await made.converge(made.ref)
    expect(refused.outcome).toBe('refused')
    expect(conditionsOf(refused.composite).find(({ type }) => type === 'Configured')?.['message']).toContain(
      'the XDatabase orders is not open to api: add it to its spec.network.allowedServices',
    )
    open(['shop', 'api'])
    expect((await made.converge(made.ref)).outcome).toBe('ready')
  })

  it('to a database that is not there yet waits for it, or two claims in one commit come in the wrong order', async () => {
    const made = bed()
    const ref = made.claim(serviceClaim({ databases: [{ name: 'db', ref: { name: 'later' } }] }))
    await made.plane.reconcile(ref)
    expect(rolledOut(made.plane.api.get(ref))).toMatchObject({
      reason: 'WaitingForBinding',
      message: 'the binding db: the XDatabase later is not there yet',
    })
    await made.converge(made.claim(databaseClaim({}, { name: 'later' })))
    expect((await made.converge(ref)).outcome).toBe('ready')
  })
})
