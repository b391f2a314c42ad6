import { describe, expect, it } from 'vitest'
import { providers, type Provider } from '../../apis/blocks/placement.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { databaseClaim } from '../harness/claims.ts'
import { bed } from '../harness/plane.ts'

const source = (spec: JsonObject = {}) =>
  databaseClaim({ backup: { allowedNamespaces: ['preview'] }, ...spec }, { namespace: 'shop' })
const copy = (spec: JsonObject = {}, metadata: JsonObject = {}) =>
  databaseClaim(
    { restoreFrom: { database: { name: 'orders', namespace: 'shop' } }, ...spec },
    { name: 'copy', namespace: 'preview', ...metadata },
  )

const servers = { AWS: 'Instance', GCP: 'DatabaseInstance', Azure: 'FlexibleServer', Kubernetes: 'Cluster' }

const restored = async (provider: Provider, claims = [source()], wanted = copy()) => {
  const made = bed({ provider })
  for (const claim of claims) await made.converge(made.claim(claim))
  const ref = made.claim(wanted)
  const { outcome, last } = await made.converge(ref)
  const serversIn = (namespace: string) =>
    made.plane.api
      .list()
      .filter(each => each['kind'] === servers[provider] && textAt(each, 'metadata', 'namespace') === namespace)
  const secret = (namespace: string, name: string) =>
    objectAt(made.plane.api.get({ apiVersion: 'v1', kind: 'Secret', name, namespace }), 'data')
  return { ...made, ref, outcome, fatal: last.pipeline?.fatal, serversIn, secret, status: () => objectAt(made.plane.api.get(ref), 'status') }
}

describe.each(providers)('a copy on %s', provider => {
  it('is', async () => {
    const { outcome, fatal, serversIn, status } = await restored(provider)
    console.log(outcome, fatal, JSON.stringify(serversIn('preview')[0]?.['spec']), JSON.stringify(status()))
    expect(outcome).toBe('ready')
  })
})
