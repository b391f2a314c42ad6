import { beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { databaseClaim, platform } from '../../harness/claims.ts'
import { readYaml } from '../../harness/files.ts'
import { brokenRules } from '../../refusals/rules.ts'
import { applyPlatform, cluster, kubectl, kubectlFile, newNamespace } from './bed.ts'

/** Of those that are refused whatever else there is: nothing ever lies in it. */
let empty: string

beforeAll(async () => {
  await applyPlatform()
  empty = await newNamespace('refused')
})

/** In a namespace, where Crossplane leaves it alone: only the API server is asked. */
const paused = (object: JsonObject, namespace: string): JsonObject => ({
  ...object,
  metadata: {
    ...objectAt(object, 'metadata'),
    ...(textAt(object, 'metadata', 'namespace') !== undefined && { namespace }),
    // An environment has a name of its own, unless its name is what it is refused for.
    ...(textAt(object, 'metadata', 'name') === 'shop' && { name: `${namespace}-environment` }),
    ...(object['kind'] !== 'XPlatform' && { annotations: { 'crossplane.io/paused': 'true' } }),
  },
})

describe('kubectl apply of a claim', () => {
  it.each(brokenRules)('is refused for $why, in our words and where it is', async ({ before, object, path, says }) => {
    const namespace = before ? await newNamespace('rule') : empty
    if (before) expect(await kubectlFile([paused(before, namespace)], 'apply')).toMatch(/^x\S+ created\n$/)
    // There is an XPlatform, and apply would keep what this one leaves out.
    const verb = object['kind'] === 'XPlatform' ? 'create' : 'apply'
    const said = await kubectlFile([paused(object, namespace)], verb)
    expect(said).toMatch(/ is invalid: /)
    expect(said).toMatch(new RegExp(`${escaped(`${path || '<nil>'}: Invalid value: `)}(".*": )?${escaped(says)}`))
  })

  it.each<[string, JsonObject, string]>([
    ['a misspelt field', { sise: 'small' }, 'unknown field "spec.sise"'],
    [
      'an engine that there is not',
      { engine: 'MySQL' },
      'spec.engine: Unsupported value: "MySQL": supported values: "Postgres"',
    ],
    ['a size without a unit', { storage: { size: '20' } }, 'spec.storage.size: Invalid value: "20"'],
    ['a database named twice', { databases: [{ name: 'a' }, { name: 'a' }] }, 'spec.databases[1]: Duplicate value'],
    [
      'a range without a name',
      { network: { allowedCidrs: [{ cidr: '10.0.0.0/8' }] } },
      'allowedCidrs[0].name: Required value',
    ],
  ])('is refused for %s, and says where', async (_, spec, says) => {
    expect(await kubectlFile([paused(databaseClaim(spec), empty)], 'apply')).toContain(says)
    expect((await cluster.list('platform.roadbed.dev/v1alpha1', 'XDatabase', empty)).items).toEqual([])
  })

  it('is accepted in its smallest form, with defaults filled in', async () => {
    const namespace = await newNamespace('smallest')
    const { apiVersion, kind } = databaseClaim()
    const claim = { apiVersion: apiVersion ?? '', kind: kind ?? '', metadata: { name: 'orders', namespace }, spec: {} }
    expect(await kubectlFile([paused(claim, namespace)], 'apply')).toContain('created')
    const made = await cluster.read('platform.roadbed.dev/v1alpha1', 'XDatabase', 'orders', namespace)
    expect(objectAt(made, 'spec')).toMatchObject({ engine: 'Postgres' })
  })
})

describe('kubectl explain', () => {
  it('tells a developer what each field of a claim is for', async () => {
    const said = await kubectl('explain', 'xdatabase.spec')
    const fields = Object.keys(objectAt(readYaml('docs/schemas/xdatabase.json'), 'properties', 'spec', 'properties'))
    expect(fields.length).toBeGreaterThan(10)
    for (const field of fields.filter(name => name !== 'crossplane'))
      expect(said).toMatch(new RegExp(`\\n  ${field}\\t`))
    expect(said).toContain('What the developer asks for.')
    expect(said).toContain('The disk. It can grow and never shrinks.')
    const availability = await kubectl('explain', 'xdatabase.spec.availability')
    expect(availability).toContain('MultiZone keeps a standby in another zone.')
    expect(availability).toMatch(/ENUM:\s+SingleZone\s+MultiZone\n/)
  })

  it('tells a platform team the same of its XPlatform', async () => {
    expect(await kubectl('explain', 'xplatform.spec.providers.aws.regions.network')).toContain('databaseSubnetIds')
    expect(await kubectlFile([platform({ environmentType: 'Moon' })], 'apply')).toContain(
      'spec.environmentType: Unsupported value: "Moon"',
    )
  })
})

const escaped = (text: string): string => text.replaceAll(/[[\].()]/g, String.raw`\$&`)
