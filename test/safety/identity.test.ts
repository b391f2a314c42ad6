import { describe, expect, it } from 'vitest'
import { canonical } from '../../functions/runtime/canonical.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { example } from '../harness/files.ts'
import { bed } from '../harness/plane.ts'
import { cloudsOfClusters, convergeService, platformOfClusterOn } from '../harness/services.ts'

const claim = example('service', 'cloud-identity')
const kindsIn = (objects: readonly JsonObject[]) => new Map(objects.map(object => [textAt(object, 'kind'), object]))
const asked = (object: JsonObject | undefined) => objectAt(object, 'spec', 'forProvider')

describe.each(cloudsOfClusters)('a service with permissions, in a cluster on %s', cloud => {
  const converged = convergeService(claim, { platform: platformOfClusterOn(cloud) })

  it('becomes Ready, and no key is made for it anywhere', async () => {
    const { plane, convergence } = await converged
    expect(convergence.outcome).toBe('ready')
    const kinds = plane.api.list().map(({ kind }) => kind)
    expect(kinds).not.toContain('AccessKey')
    expect(kinds).not.toContain('ServiceAccountKey')
    expect(kinds).not.toContain('Secret')
  })

  it('is trusted as its own ServiceAccount of its own namespace, or another tenant’s pods act as it', async () => {
    const { plane } = await converged
    const made = kindsIn(plane.api.list().filter(object => canonical(object).includes('upbound.io')))
    const account = textAt(deploymentTemplate(plane.api.list()), 'serviceAccountName') ?? ''
    expect(account).toMatch(/^invoices-service-account-/)
    const trusted = {
      AWS: () => {
        const policy = JSON.parse(textAt(asked(made.get('Role')), 'assumeRolePolicy') ?? '{}') as JsonObject
        return canonical(policy)
      },
      GCP: () => textAt(asked(made.get('ServiceAccountIAMMember')), 'member'),
      Azure: () => textAt(asked(made.get('FederatedIdentityCredential')), 'subject'),
    }[cloud]()
    const whole = {
      AWS: `"aws:RequestTag/kubernetes-namespace":"team-a","aws:RequestTag/kubernetes-service-account":"${account}"`,
      GCP: `serviceAccount:acme-data.svc.id.goog[team-a/${account}]`,
      Azure: `system:serviceaccount:team-a:${account}`,
    }[cloud]
    if (cloud === 'AWS') expect(trusted).toContain(whole)
    else expect(trusted).toBe(whole)
  })

  it('gets what the platform has put into the class, and nothing else', async () => {
    const { plane } = await converged
    const granted = plane.api.list().flatMap(object => {
      switch (textAt(object, 'kind')) {
        case 'RolePolicyAttachment':
          return textAt(asked(object), 'policyArn') ?? []
        case 'ProjectIAMMember':
          return textAt(asked(object), 'role') ?? []
        case 'RoleAssignment':
          return textAt(asked(object), 'roleDefinitionName') ?? []
        default:
          return []
      }
    })
    expect(granted).toEqual([
      {
        AWS: 'arn:aws:iam::123456789012:policy/read-invoices',
        GCP: 'roles/storage.objectViewer',
        Azure: 'Storage Blob Data Reader',
      }[cloud],
    ])
  })

  it('starts no pod before it is somebody, or it stays nobody for its whole life', async () => {
    const made = bed({ platform: platformOfClusterOn(cloud) })
    const ref = made.claim(claim)
    await made.plane.reconcile(ref)
    await made.plane.reconcile(ref)
    expect(made.plane.api.list().some(({ kind }) => kind === 'Deployment')).toBe(false)
    await made.converge(ref)
    expect(deploymentTemplate(made.plane.api.list())).not.toEqual({})
  })
})

const deploymentTemplate = (objects: readonly JsonObject[]): JsonObject =>
  objectAt(
    objects.find(({ kind }) => kind === 'Deployment'),
    'spec',
    'template',
    'spec',
  )

describe('how the cluster’s own agents know whose account it is', () => {
  it('is said on GKE and on AKS, where they ask for it', async () => {
    const accountOn = async (cloud: 'GCP' | 'Azure') => {
      const { plane } = await convergeService(claim, { platform: platformOfClusterOn(cloud) })
      const account = plane.api.list().find(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'ServiceAccount')
      const pods = objectAt(deploymentOf(plane.api.list()), 'spec', 'template', 'metadata', 'labels')
      return { annotations: objectAt(account, 'metadata', 'annotations'), pods }
    }
    const [gcp, azure] = [await accountOn('GCP'), await accountOn('Azure')]
    expect(gcp.annotations['iam.gke.io/gcp-service-account']).toMatch(
      /^invoices-[a-z2-7]{8}@acme-data\.iam\.gserviceaccount\.com$/,
    )
    expect(azure.annotations['azure.workload.identity/client-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(azure.pods['azure.workload.identity/use']).toBe('true')
  })
})

const deploymentOf = (objects: readonly JsonObject[]) => objects.find(({ kind }) => kind === 'Deployment')
