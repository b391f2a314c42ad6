import type { Cloud } from '../clouds.ts'

/** One way to give a provider its identity, without a key in a Secret. What stands in capitals is the reader's to fill in. */
export const exampleProviderConfig = (cloud: Cloud): object | undefined => {
  switch (cloud) {
    case 'aws':
      return providerConfig('aws.m.upbound.io', { credentials: { source: 'PodIdentity' } })
    case 'gcp':
      return providerConfig('gcp.m.upbound.io', {
        projectID: 'YOUR-PROJECT',
        credentials: { source: 'InjectedIdentity' },
      })
    case 'azure':
      return providerConfig('azure.m.upbound.io', {
        subscriptionID: 'YOUR-SUBSCRIPTION',
        tenantID: 'YOUR-TENANT',
        clientID: 'YOUR-CLIENT',
        credentials: { source: 'OIDCTokenFile' },
      })
    case 'kubernetes':
      return undefined
  }
}

/** `default` is what composed resources use unless the XPlatform names another. */
const providerConfig = (group: string, spec: object) => ({
  apiVersion: `${group}/v1beta1`,
  kind: 'ClusterProviderConfig',
  metadata: { name: 'default' },
  spec,
})
