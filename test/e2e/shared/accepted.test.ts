import { describe, expect, it } from 'vitest'
import { providers } from '../../../apis/blocks/placement.ts'
import { composedObjects } from '../../../cli/render/session.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { example, exampleNames } from '../../harness/files.ts'
import { convergeClaim } from '../../harness/plane.ts'
import { kubectlFile, newNamespace } from './bed.ts'

/** Everything that a claim is made of once it is Ready, as it is sent. */
const composedBy = async (claim: JsonObject, provider: string): Promise<readonly JsonObject[]> =>
  composedObjects(await convergeClaim(claim, { provider }))

const inNamespace = (object: JsonObject, namespace: string): JsonObject => ({
  ...object,
  metadata: { ...objectAt(object, 'metadata'), namespace },
})

const cases = exampleNames('database').flatMap(name => providers.map(provider => ({ name, provider })))

/** The providers' own schemas where the full CRDs are at hand; what we know of them otherwise. */
describe('the API server', () => {
  it.each(cases)(
    'takes all that $name on $provider composes, or the claim never gets it',
    async ({ name, provider }) => {
      const namespace = await newNamespace(`accepted-${provider}`)
      const objects = await composedBy(inNamespace(example('database', name), namespace), provider)
      const said = await kubectlFile(objects, 'create', '--dry-run=server', '--validate=strict')
      expect(said.trim().split('\n')).toEqual(objects.map(created))
    },
  )

  it('refuses a field in them that does not exist, or the tests above could not fail', async () => {
    const namespace = await newNamespace('accepted-not')
    const objects = await composedBy(inNamespace(example('database', 'minimal'), namespace), 'AWS')
    const spoiled = objects.map(object =>
      object['kind'] === 'Instance' ? { ...object, spec: { forProvider: { region: 'eu-west-1', disk: 20 } } } : object,
    )
    const said = await kubectlFile(spoiled, 'create', '--dry-run=server', '--validate=strict')
    expect(said).toContain('unknown field "spec.forProvider.disk"')
  })
})

/** `instance.rds.aws.m.upbound.io/orders-instance created (server dry run)` */
const created = (object: JsonObject): unknown =>
  expect.stringMatching(new RegExp(`^[^/]+/${textAt(object, 'metadata', 'name')} created \\(server dry run\\)$`))
