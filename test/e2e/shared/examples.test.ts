import { beforeAll, describe, expect, it } from 'vitest'
import { providers } from '../../../apis/blocks/placement.ts'
import type { DatabaseStatus } from '../../../apis/database/status.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt, withAt } from '../../../functions/runtime/read.ts'
import { example, exampleNames } from '../../harness/files.ts'
import { bed } from '../../harness/plane.ts'
import { condition, keyOfComposed, pinned } from '../objects.ts'
import { applyPlatform, cluster, composedOf, kubectl, newNamespace, now, untilReady } from './bed.ts'
import { breakerStaysClosed } from './breaker.ts'
import { expectAlike } from './differential.ts'
import { withSource } from './with-source.ts'

const claims = await Promise.all(
  exampleNames('database').flatMap(name =>
    providers.map(async provider => {
      const namespace = await newNamespace(`${name}-${provider}`, { triesBreaker: true })
      const own = pinned(example('database', name), namespace, provider)
      return { name, provider, namespace, ...(await withSource(own, provider)) }
    }),
  ),
)

beforeAll(async () => {
  await applyPlatform()
  for (const { claim, source } of claims) {
    if (source) await cluster.apply(source)
    await cluster.apply(claim)
  }
})

describe.each(claims)('$name on $provider, in a real Crossplane', ({ provider, namespace, claim, source }) => {
  it('becomes Ready', async () => {
    await untilReady(claim, 120)
    const ready = await now(claim)
    expect(['Synced', 'Configured', 'Provisioned', 'BindingReady'].map(type => condition(ready, type))).toEqual(
      ['Synced', 'Configured', 'Provisioned', 'BindingReady'].map(() => expect.stringMatching(/^True /) as string),
    )
  })

  it('keeps the contract: the Secret complete, the status as documented, the columns filled', async () => {
    const status = objectAt(await now(claim), 'status') as unknown as DatabaseStatus
    expect(status.placement?.provider).toBe(provider)
    expect(status.resources?.map(({ ready }) => ready)).not.toContain('False')
    const secret = await cluster.read('v1', 'Secret', status.binding?.name ?? '', namespace)
    expect(Object.keys(objectAt(secret, 'data')).toSorted()).toEqual(secretKeys)
    expect(Object.values(objectAt(secret, 'data'))).not.toContain('')
    const [header = '', row = ''] = (await kubectl('get', 'xdatabases', '-n', namespace)).split('\n')
    expect(header.split(/\s{2,}/).map(column => column.trim())).toEqual(columns)
    expect(row.split(/\s{2,}/).slice(0, 7)).toEqual([
      'orders',
      'Postgres',
      '17',
      status.effective?.size,
      provider,
      'Active',
      status.binding?.name,
    ])
  })

  it('is composed exactly as in the simulated control plane, or what is tested there is not what people get', async () => {
    const simulated = bed({ provider })
    // Names depend on UIDs.
    const made = async (object: JsonObject) => {
      const uid = textAt(await now(object), 'metadata', 'uid') ?? ''
      const ref = simulated.claim(withAt(object, ['metadata', 'uid'], uid))
      await simulated.converge(ref)
      return ref
    }
    if (source) await made(source)
    const ref = await made(claim)
    await expectAlike(claim, { plane: simulated.plane, ref }, comparable)
  })
})

await breakerStaysClosed(
  'xdatabases',
  claims.map(({ claim }) => claim),
)

describe.each(claims)('$name on $provider, when it is deleted', ({ claim, namespace }) => {
  it('leaves nothing behind but what its deletion policy keeps', async () => {
    await cluster.apply({ ...claim, spec: { ...objectAt(claim, 'spec'), deletion: { protection: 'Disabled' } } })
    await expect
      .poll(async () => (await composedOf(claim)).map(keyOfComposed), { timeout: 60_000 })
      .not.toContain('protection')
    const composed = await composedOf(claim)
    // Its protection is on its way out.
    await expect.poll(() => cluster.remove(claim), { timeout: 30_000 }).toBeUndefined()
    const left = async () => {
      const objects = await Promise.all(composed.map(now))
      return objects.flatMap(object => textAt(object, 'kind') ?? [])
    }
    // The garbage collector may take half a minute until it knows kinds that are new.
    await expect.poll(left, { timeout: 90_000, interval: 1000 }).toEqual([])
    expect(await now(claim)).toEqual({})
    const secrets = async () =>
      (await cluster.list('v1', 'Secret', namespace)).items.map(secret => textAt(secret, 'metadata', 'name'))
    // Those of the providers have the managed resources as owners: the garbage collector's, too.
    await expect.poll(secrets, { timeout: 30_000 }).toEqual([])
  })
})

const secretKeys = ['ca.crt', 'database', 'host', 'jdbcUrl', 'password', 'port', 'provider', 'readOnlyHost', 'type']
  .concat('uri', 'username')
  .toSorted()

const columns = [
  'NAME',
  'ENGINE',
  'VERSION',
  'SIZE',
  'PROVIDER',
  'STATE',
  'SECRET',
  'SYNCED',
  'READY',
  'COMPOSITION',
  'AGE',
]

/** What a Secret holds differs by design: passwords are drawn, and providers make them of UIDs here. And each has its own time. */
const comparable = ({ data, ...object }: JsonObject): JsonObject => {
  const moment = ['spec', 'forProvider', 'pointInTimeRestoreTimeInUtc']
  if (textAt(object, ...moment) !== undefined) return withAt(object, moment, 'a moment')
  return data === undefined ? object : { ...object, data: Object.keys(objectAt({ data }, 'data')).toSorted() }
}
