import { describe, expect, it } from 'vitest'
import { providers, type Provider } from '../../../../apis/blocks/placement.ts'
import { instance as awsInstance } from '../../../../functions/kinds/database/aws/instance.ts'
import { server as azureServer } from '../../../../functions/kinds/database/azure/server.ts'
import { instance as gcpInstance } from '../../../../functions/kinds/database/gcp/instance.ts'
import { cluster } from '../../../../functions/kinds/database/kubernetes/cluster.ts'
import { serverKinds, serverOf, type Beginning } from '../../../../functions/kinds/database/restore/servers.ts'
import type { Entry } from '../../../../functions/runtime/plan.ts'
import {
  awsDatabase,
  azureDatabase,
  emitted,
  facts,
  gcpDatabase,
  kubernetesDatabase,
  observedDatabase,
} from '../../fixtures.ts'

const azurePlace = { network: { ...facts.Azure.region.network, privateDnsZoneId: '/zone' } }

const serverOn: Readonly<Record<Provider, (beginning: Beginning | undefined) => Entry>> = {
  AWS: beginning => awsInstance(awsDatabase({ db: { beginning } })),
  GCP: beginning => gcpInstance(gcpDatabase({ db: { beginning } })),
  Azure: beginning => azureServer(azureDatabase({ db: { beginning }, place: azurePlace })),
  Kubernetes: beginning => cluster(kubernetesDatabase({ db: { beginning } })),
}

const restored = (provider: Provider, pointInTime: string | undefined): Beginning => ({
  server: 'stock-server',
  namespace: provider === 'Kubernetes' ? 'shop' : undefined,
  pointInTime,
})

describe.each(providers)('a server on %s', provider => {
  const kind = serverKinds.find(each => each.provider === provider)
  const read = (beginning: Beginning | undefined) => kind?.beginningOf(emitted(serverOn[provider](beginning)).resource)

  it('says what it was made of in the words in which it was asked for, or it would be asked for another', () => {
    expect(read(undefined)).toBeUndefined()
    for (const moment of [undefined, '2026-11-27T06:00:00Z'])
      expect(read(restored(provider, moment))).toEqual(restored(provider, moment))
  })

  it('is found under its key, and nothing else that is there', () => {
    const { resource } = emitted(serverOn[provider](undefined))
    const key = kind?.key ?? ''
    expect(serverOf(observedDatabase({ composed: { [key]: resource } }))?.kind).toBe(kind)
    expect(serverOf(observedDatabase({ composed: { [key]: { kind: 'Thing' } } }))).toBeUndefined()
    expect(serverOf(observedDatabase({ composed: { connection: resource } }))).toBeUndefined()
  })
})
