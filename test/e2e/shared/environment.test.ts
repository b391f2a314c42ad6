import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EnvironmentStatus } from '../../../apis/environment/status.ts'
import { databaseUidAnnotation } from '../../../functions/kinds/environment/seed/seed.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { listAt, objectAt, textAt, withAt } from '../../../functions/runtime/read.ts'
import { databaseClaim, unprotected } from '../../harness/claims.ts'
import { example, exampleNames } from '../../harness/files.ts'
import { bed } from '../../harness/plane.ts'
import { condition, conditionOf, eventually } from '../objects.ts'
import { applyPlatform, cluster, eventsOf, kubectl, leaveEnvironments, now, untilCondition, untilReady } from './bed.ts'
import { breakerStaysClosed } from './breaker.ts'
import { expectAlike } from './differential.ts'
import { ending, environments, nameOf, namespaceOf } from './environments.ts'

const { made, named } = environments()

beforeAll(() => applyPlatform())

/** Its protection takes a moment to go. */
const untilTaken = (environment: JsonObject) =>
  eventually(async () => expect(await cluster.remove(environment)).toBeUndefined(), 60)

afterAll(() => leaveEnvironments(made))

/** What warns anywhere in an environment: of it, its Namespace and what is in that. What is in no namespace has its events in `default`. */
const warningsIn = async (name: string): Promise<readonly string[]> =>
  (await Promise.all([name, 'default'].map(namespace => cluster.list('v1', 'Event', namespace))))
    .flatMap(({ items }) => items)
    .filter(
      event =>
        textAt(event, 'type') === 'Warning' &&
        (textAt(event, 'involvedObject', 'namespace') === name || textAt(event, 'involvedObject', 'name') === name),
    )
    .map(event => `${textAt(event, 'involvedObject', 'kind')}: ${textAt(event, 'message')}`)
    // There is no metrics server here.
    .filter(text => !text.includes('resource metrics API'))

/** The API server draws the UIDs of an environment's databases, and what those are made of is not the environment's. */
const comparable = (object: JsonObject): JsonObject => {
  const database = ['metadata', 'annotations', databaseUidAnnotation]
  const { compositionRef } = objectAt(object, 'spec', 'crossplane')
  if (textAt(object, ...database) !== undefined) return withAt(object, database, 'a UID')
  return compositionRef === undefined ? object : withAt(object, ['spec', 'crossplane'], { compositionRef })
}

const secondsUntilReady = (environment: JsonObject): number => {
  const ready = conditionOf(environment, 'Ready')
  const moments = [textAt(environment, 'metadata', 'creationTimestamp'), textAt(ready, 'lastTransitionTime')]
  const [created = NaN, became = NaN] = moments.map(moment => Date.parse(moment ?? ''))
  return (became - created) / 1000
}

describe.each(exampleNames('environment'))('the environment %s, in a real Crossplane', name => {
  const environment = example('environment', name)
  made.push(environment)

  it('becomes Ready, without a single warning', async () => {
    await cluster.apply(environment)
    await untilReady(environment, 120)
    const ready = await now(environment)
    // Half of the time after which core looks again by itself. A database takes what the providers take.
    if (name === 'minimal') expect(secondsUntilReady(ready)).toBeLessThan(30)
    expect(['Synced', 'Configured', 'Provisioned'].map(type => condition(ready, type).slice(0, 4))).toEqual(
      ['Synced', 'Configured', 'Provisioned'].map(() => 'True'),
    )
    expect(await warningsIn(nameOf(environment))).toEqual([])
  })

  it('has a Namespace with what the status says, and its databases with their Secrets', async () => {
    const status = objectAt(await now(environment), 'status') as unknown as EnvironmentStatus
    const labels = objectAt(await now(namespaceOf(environment)), 'metadata', 'labels')
    expect(labels).toMatchObject({
      'pod-security.kubernetes.io/enforce': status.effective?.podSecurity.level.toLowerCase(),
      'platform.roadbed.dev/environment': nameOf(environment),
    })
    expect(status.namespace).toBe(nameOf(environment))
    expect(await cluster.read('v1', 'ServiceAccount', status.serviceAccount ?? '', nameOf(environment))).toBeDefined()
    for (const { name: database, ready, secretName } of status.databases ?? []) {
      const claim = await now(databaseClaim({}, { name: database, namespace: nameOf(environment) }))
      expect(textAt(claim, 'status', 'effective', 'environment')).toBe(textAt(environment, 'spec', 'type'))
      expect(ready).toBe('True')
      expect(await cluster.read('v1', 'Secret', secretName ?? '', nameOf(environment))).toBeDefined()
    }
    expect(status.resources?.map(({ ready }) => ready)).not.toContain('False')
  })

  it('is composed exactly as in the simulated control plane, or what is tested there is not what people get', async () => {
    const { plane, claim, converge } = bed()
    // Names depend on UIDs.
    const uid = textAt(await now(environment), 'metadata', 'uid') ?? ''
    const ref = claim(withAt(environment, ['metadata', 'uid'], uid))
    await converge(ref)
    await expectAlike(environment, { plane, ref }, comparable)
  })
})

await breakerStaysClosed(
  'xenvironments',
  exampleNames('environment').map(name => example('environment', name)),
)

describe('a Namespace that is somebody else’s', () => {
  it('is not touched: the environment is refused, and says what to do', async () => {
    const environment = named('theirs')
    await cluster.apply(namespaceOf(environment))
    const before = await now(namespaceOf(environment))
    await cluster.apply(environment)
    await untilCondition(environment, 'Configured', /^False NamespaceTaken: .*exists and is not this environment's/, 30)
    expect(await now(namespaceOf(environment))).toEqual(before)
    await cluster.remove(environment)
    await eventually(async () => expect(await now(environment)).toEqual({}))
    expect(await now(namespaceOf(environment))).toEqual(before)
    await cluster.remove(namespaceOf(environment))
  })

  it('is furnished once its owner lends it, and outlives the environment', async () => {
    const environment = named('lent', { namespace: { mode: 'Existing' } })
    const name = nameOf(environment)
    await cluster.apply(namespaceOf(environment))
    await cluster.apply(environment)
    await untilCondition(environment, 'Configured', /^False NamespaceNotLent: /, 30)
    const command = /kubectl (label namespace .*) \[NamespaceNotLent\]/.exec(
      condition(await now(environment), 'Configured'),
    )
    await kubectl(...(command?.[1] ?? '').split(' '))
    await untilReady(environment, 60)
    const before = await now(namespaceOf(environment))
    expect(listAt(before, 'metadata', 'ownerReferences')).toEqual([])
    expect(objectAt(before, 'metadata', 'labels')).not.toHaveProperty(['app.kubernetes.io/managed-by'])
    await cluster.remove(environment)
    await eventually(async () => {
      expect((await cluster.list('v1', 'LimitRange', name)).items).toEqual([])
    }, 90)
    expect(await ending(namespaceOf(environment))).toBe(false)
    await cluster.remove(namespaceOf(environment))
  })
})

describe.concurrent('an environment that is deleted', () => {
  it('is refused while it is protected, in Production without a word, and goes when it is protected no more', async () => {
    const environment = example('environment', 'production')
    expect(await cluster.remove(environment)).toMatch(/in-use by 2 usage/)
    expect(await ending(environment)).toBe(false)
    expect(await ending(namespaceOf(environment))).toBe(false)
    await cluster.apply(unprotected(environment))
    await untilTaken(environment)
  })

  it('takes its databases first and its Namespace last', async () => {
    const environment = named('ordered', {
      databases: [{ name: 'orders', spec: { deletion: { protection: 'Disabled' } } }],
    })
    await cluster.apply(environment)
    await untilReady(environment, 120)
    const orders = databaseClaim({}, { namespace: nameOf(environment) })
    await cluster.patch(orders, { metadata: { finalizers: ['example.org/slow'] } })
    await cluster.remove(environment)
    await eventually(async () => expect(await ending(orders)).toBe(true), 90)
    // The garbage collector has tried the Namespace by now, or does so soon.
    await new Promise(resolve => setTimeout(resolve, 5000))
    expect(await ending(namespaceOf(environment))).toBe(false)
    await cluster.patch(orders, { metadata: { finalizers: [] } })
    await eventually(async () => expect(await now(namespaceOf(environment))).toEqual({}), 120)
    expect(await eventsOf(environment)).not.toContainEqual(expect.stringContaining('forbidden'))
  })

  it('is refused while a database in it is protected, or it would stop half-way', async () => {
    const databases = [{ name: 'orders', spec: { deletion: { protection: 'Enabled' } } }]
    const environment = named('held', { databases })
    await cluster.apply(environment)
    await untilReady(environment, 120)
    expect(await cluster.remove(environment)).toMatch(/in-use .*environment-protection.*by resource XDatabase\/orders/)
    await cluster.apply(unprotected(environment))
    await untilTaken(environment)
    await eventually(async () => expect(await now(namespaceOf(environment))).toEqual({}), 120)
  })
})
