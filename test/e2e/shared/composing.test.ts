import { Ready, type Resource } from '@crossplane-org/function-sdk-typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../../functions/runtime/read.ts'
import { condition, eventually, keyOfComposed } from '../objects.ts'
import { applyPlatform, cluster, composedOf, kubectl, kubectlFile, now, untilCondition, untilReady } from './bed.ts'
import { startRecorder, type Script } from './recorder.ts'

/*
 * Rows of docs/crossplane-behaviour.md.
 * What core makes of the function's answers, as far as the function leans on it: a new version that differs is noticed here.
 */

let recorder: Awaited<ReturnType<typeof startRecorder>>
beforeAll(async () => {
  await applyPlatform()
  recorder = await startRecorder()
})
afterAll(() => recorder.stop())

/** An object that holds nothing, in the claim's namespace unless it is said otherwise. */
const secret = (name: string, more: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  ...more,
  metadata: { name, ...objectAt(more, 'metadata') },
})

const composedAs = (resource: JsonObject): Resource => ({ resource, connectionDetails: {}, ready: Ready.READY_TRUE })

/** Answers with these objects and nothing else. */
const composing =
  (objects: Readonly<Record<string, JsonObject>>, status: JsonObject = {}): Script =>
  response => ({
    ...response,
    desired: {
      composite: { resource: { status }, connectionDetails: {}, ready: Ready.READY_UNSPECIFIED },
      resources: Object.fromEntries(Object.entries(objects).map(([key, object]) => [key, composedAs(object)])),
    },
    requirements: undefined,
  })

const ttl = (seconds: number) => ({ tag: '', ttl: { seconds, nanos: 0 } })

/** Has the API server refuse every Secret of a claim's namespace as invalid. */
const noSecretsIn = (claim: JsonObject): readonly JsonObject[] => {
  const namespace = textAt(claim, 'metadata', 'namespace') ?? ''
  const rules = [{ apiGroups: [''], apiVersions: ['v1'], resources: ['secrets'], operations: ['CREATE', 'UPDATE'] }]
  const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': namespace } }
  const policy = { apiVersion: 'admissionregistration.k8s.io/v1', metadata: { name: namespace } }
  return [
    {
      ...policy,
      kind: 'ValidatingAdmissionPolicy',
      spec: {
        matchConstraints: { resourceRules: rules, namespaceSelector },
        validations: [{ expression: 'false', message: 'no Secrets here' }],
      },
    },
    {
      ...policy,
      kind: 'ValidatingAdmissionPolicyBinding',
      spec: { policyName: namespace, validationActions: ['Deny'] },
    },
  ]
}

const made = (script: Script) => recorder.made(undefined, script)

const inNamespaceOf = (claim: JsonObject, object: JsonObject): JsonObject => ({
  ...object,
  metadata: { ...objectAt(object, 'metadata'), namespace: textAt(claim, 'metadata', 'namespace') ?? '' },
})

const composed = async (claim: JsonObject) =>
  (await composedOf(claim)).map(object => `${keyOfComposed(object)} ${textAt(object, 'metadata', 'name')}`).toSorted()

describe('the name of what is composed', () => {
  it('is the function’s, and stays what it was at first: a function that names differently renames nothing', async () => {
    const claim = await made(composing({ one: secret('first') }))
    await recorder.answer(claim, composing({ one: secret('second'), two: secret('third') }))
    await eventually(async () => expect(await composed(claim)).toEqual(['one first', 'two third']))
  })

  it('may be one that exists: core adopts what nobody controls, which is why the function asks before', async () => {
    const claim = await recorder.claim()
    const theirs = inNamespaceOf(claim, secret('theirs', { data: { kept: 'eQ==' } }))
    await cluster.apply(theirs)
    await recorder.start(claim, composing({ one: secret('theirs') }))
    await untilReady(claim)
    const owners = listAt(await now(theirs), 'metadata', 'ownerReferences')
    expect(owners).toEqual([expect.objectContaining({ kind: 'XDatabase', controller: true })])
  })

  it('may not be one that another claim controls: that object is left out, and stays theirs', async () => {
    const claim = await recorder.claim()
    const owner = { apiVersion: 'v1', kind: 'ConfigMap', name: 'x', uid: 'some-uid', controller: true }
    await cluster.apply(
      inNamespaceOf(
        claim,
        secret('theirs', { metadata: { ownerReferences: [owner], finalizers: ['example.org/kept'] } }),
      ),
    )
    await recorder.start(claim, composing({ one: secret('theirs'), two: secret('mine') }))
    await untilCondition(claim, 'Synced', /^False ReconcileError: Unsynced resources: one$/)
    expect(await now(inNamespaceOf(claim, secret('mine')))).not.toEqual({})
    expect(listAt(await now(inNamespaceOf(claim, secret('theirs'))), 'metadata', 'ownerReferences')).toEqual([owner])
    await cluster.patch(inNamespaceOf(claim, secret('theirs')), { metadata: { finalizers: null } })
  })
})

describe('an object', () => {
  it('of another namespace is made in the claim’s: nothing strays into a namespace that is not the developer’s', async () => {
    const claim = await made(composing({ one: secret('strays', { metadata: { namespace: 'default' } }) }))
    expect(await composed(claim)).toEqual(['one strays'])
    expect(await now(secret('strays', { metadata: { namespace: 'default' } }))).toEqual({})
  })

  it('that the API server refuses as invalid does not keep the others from being made', async () => {
    const claim = await recorder.start(
      await recorder.claim(),
      composing({ bad: secret('bad', { data: { 'no key!': '' } }), good: secret('good') }),
    )
    await untilCondition(claim, 'Synced', /^False ReconcileError: Unsynced resources: bad$/)
    expect(await now(inNamespaceOf(claim, secret('good')))).not.toEqual({})
    expect(await now(inNamespaceOf(claim, secret('bad')))).toEqual({})
  })

  it('that is refused is tried again when the function is called again, and not before: it needs a time to live', async () => {
    const script = composing({ one: secret('refused') })
    const soon: Script = (response, request) => ({ ...script(response, request), meta: ttl(3) })
    const [first, second] = await Promise.all([recorder.claim(), recorder.claim()])
    // Nothing of the claim changes when it is taken away.
    const policies = [first, second].flatMap(noSecretsIn)
    for (const policy of policies) await cluster.apply(policy)
    for (const claim of [first, second])
      await eventually(async () =>
        expect(await kubectlFile([inNamespaceOf(claim, secret('tried'))], 'create', '--dry-run=server')).toContain(
          'no Secrets',
        ),
      )
    await recorder.start(first, soon)
    await recorder.start(second, script)
    for (const claim of [first, second])
      await untilCondition(claim, 'Synced', /^False ReconcileError: Unsynced resources: one$/)
    // Core calls once more for each of its own writes, seconds later on a busy machine.
    await recorder.untilQuiet(second, 5)
    for (const policy of policies.toReversed()) await cluster.remove(policy)
    await eventually(async () => expect(await now(inNamespaceOf(first, secret('refused')))).not.toEqual({}))
    expect(await now(inNamespaceOf(second, secret('refused')))).toEqual({})
  })

  it('of a kind without a namespace is refused whole: a claim can’t reach the cluster, and nothing else of it is made', async () => {
    const reaches = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: `reached-${process.pid}` } }
    const claim = await recorder.start(await recorder.claim(), composing({ ns: reaches, one: secret('one') }))
    await untilCondition(claim, 'Synced', /^False ReconcileError: .*cannot apply cluster scoped composed resource "ns"/)
    expect([await now(reaches), await now(inNamespaceOf(claim, secret('one')))]).toEqual([{}, {}])
  })

  it('with a field that its kind lacks stops the claim, which is why all we compose is tried with strict validation', async () => {
    const policy = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: { podSelector: {}, nope: 1 } }
    const claim = await recorder.start(await recorder.claim(), composing({ one: secret('one', policy) }))
    await untilCondition(claim, 'Synced', /^False ReconcileError: .*\.spec\.nope: field not declared in schema/)
  })

  it('that becomes another kind under its key leaves the old one behind, which is why the function refuses that', async () => {
    const claim = await made(composing({ one: secret('old') }))
    const policy = secret('new', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      spec: { podSelector: {} },
    })
    await recorder.answer(claim, composing({ one: policy }))
    // It gets the old one's name as well.
    await eventually(async () => expect((await composedOf(claim)).map(({ kind }) => kind)).toEqual(['NetworkPolicy']))
    expect(await composed(claim)).toEqual(['one old'])
    const old = await now(inNamespaceOf(claim, secret('old')))
    expect(textAt(old, 'metadata', 'uid')).toBeDefined()
    expect(textAt(old, 'metadata', 'deletionTimestamp')).toBeUndefined()
  })
})

describe('what the function names no more', () => {
  it('is deleted while the rest is applied, and not observed any more though it still ends: the guard has to ask before', async () => {
    const claim = await made(composing({ one: secret('one'), two: secret('two') }))
    const two = inNamespaceOf(claim, secret('two'))
    await cluster.patch(two, { metadata: { finalizers: ['example.org/slow'] } })
    await recorder.answer(claim, composing({ one: secret('one'), three: secret('three') }))
    await eventually(async () => expect(await composed(claim)).toEqual(['one one', 'three three']))
    await eventually(async () => expect(textAt(await now(two), 'metadata', 'deletionTimestamp')).toBeDefined())
    await untilReady(claim)
    await eventually(() => {
      const { observed } = recorder.callsOf(claim).at(-1)?.request ?? {}
      expect(Object.keys(observed?.resources ?? {}).toSorted()).toEqual(['one', 'three'])
    })
    await cluster.patch(two, { metadata: { finalizers: [] } })
    await eventually(async () => expect(await now(two)).toEqual({}))
  })
})

describe('an object that somebody edits by hand', () => {
  it('gets back what the function sends, and keeps what it does not', async () => {
    const claim = await made(composing({ one: secret('one', { data: { ours: 'b3Vycw==' } }) }))
    const one = inNamespaceOf(claim, secret('one'))
    await cluster.patch(one, { data: { ours: 'dGhlaXJz', theirs: 'dGhlaXJz' } })
    await eventually(async () => expect((await now(one))['data']).toEqual({ ours: 'b3Vycw==', theirs: 'dGhlaXJz' }))
  })
})

describe('an answer', () => {
  it('without objects deletes them all and says Ready, which is why a refusal has to be a Fatal', async () => {
    const claim = await made(composing({ one: secret('one'), two: secret('two') }))
    await recorder.answer(claim, composing({}))
    await eventually(async () => expect(await now(inNamespaceOf(claim, secret('one')))).toEqual({}))
    await untilCondition(claim, 'Synced', /^True/)
    await untilReady(claim)
    expect(await composedOf(claim)).toEqual([])
  })

  it('with a status that the definition lacks leaves the claim without conditions: ours is tested against the schema', async () => {
    const claim = await recorder.start(await recorder.claim(), composing({ one: secret('one') }, { nope: 1 }))
    await eventually(async () => expect(await now(inNamespaceOf(claim, secret('one')))).not.toEqual({}))
    await expect
      .poll(() => kubectl('get', 'events', '-n', textAt(claim, 'metadata', 'namespace') ?? ''), { timeout: 90_000 })
      .toContain('.status.nope: field not declared in schema')
    expect(condition(await now(claim), 'Synced')).toBe('')
    expect(condition(await now(claim), 'Ready')).toBe('')
  })
})
