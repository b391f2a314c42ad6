// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type TriggerAuthentication = {
  readonly apiVersion: 'keda.sh/v1alpha1'
  readonly kind: 'TriggerAuthentication'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly awsSecretManager?: {
      readonly credentials?: {
        readonly accessKey: {
          readonly valueFrom: {
            readonly secretKeyRef: {
              readonly key: string
              readonly name: string
            }
          }
        }
        readonly accessSecretKey: {
          readonly valueFrom: {
            readonly secretKeyRef: {
              readonly key: string
              readonly name: string
            }
          }
        }
        readonly accessToken?: {
          readonly valueFrom: {
            readonly secretKeyRef: {
              readonly key: string
              readonly name: string
            }
          }
        }
      }
      readonly podIdentity?: {
        readonly externalID?: string
        readonly identityAuthorityHost?: string
        readonly identityId?: string
        readonly identityOwner?: 'keda' | 'workload'
        readonly identityTenantId?: string
        readonly provider: 'azure-workload' | 'gcp' | 'aws' | 'aws-eks' | 'none'
        readonly roleArn?: string
      }
      readonly region?: string
      readonly secrets: readonly {
        readonly name: string
        readonly parameter: string
        readonly secretKey?: string
        readonly versionId?: string
        readonly versionStage?: string
      }[]
    }
    readonly azureKeyVault?: {
      readonly cloud?: {
        readonly activeDirectoryEndpoint?: string
        readonly keyVaultResourceURL?: string
        readonly type: string
      }
      readonly credentials?: {
        readonly clientId: string
        readonly clientSecret: {
          readonly valueFrom: {
            readonly secretKeyRef: {
              readonly key: string
              readonly name: string
            }
          }
        }
        readonly tenantId: string
      }
      readonly podIdentity?: {
        readonly externalID?: string
        readonly identityAuthorityHost?: string
        readonly identityId?: string
        readonly identityOwner?: 'keda' | 'workload'
        readonly identityTenantId?: string
        readonly provider: 'azure-workload' | 'gcp' | 'aws' | 'aws-eks' | 'none'
        readonly roleArn?: string
      }
      readonly secrets: readonly {
        readonly name: string
        readonly parameter: string
        readonly version?: string
      }[]
      readonly vaultUri: string
    }
    readonly boundServiceAccountToken?: readonly {
      readonly parameter: string
      readonly serviceAccountName: string
    }[]
    readonly configMapTargetRef?: readonly {
      readonly key: string
      readonly name: string
      readonly parameter: string
    }[]
    readonly env?: readonly {
      readonly containerName?: string
      readonly name: string
      readonly parameter: string
    }[]
    readonly filePath?: string
    readonly gcpSecretManager?: {
      readonly credentials?: {
        readonly clientSecret: {
          readonly valueFrom: {
            readonly secretKeyRef: {
              readonly key: string
              readonly name: string
            }
          }
        }
      }
      readonly podIdentity?: {
        readonly externalID?: string
        readonly identityAuthorityHost?: string
        readonly identityId?: string
        readonly identityOwner?: 'keda' | 'workload'
        readonly identityTenantId?: string
        readonly provider: 'azure-workload' | 'gcp' | 'aws' | 'aws-eks' | 'none'
        readonly roleArn?: string
      }
      readonly secrets: readonly {
        readonly id: string
        readonly parameter: string
        readonly version?: string
      }[]
    }
    readonly hashiCorpVault?: {
      readonly address: string
      readonly authentication: 'token' | 'kubernetes'
      readonly credential?: {
        readonly serviceAccount?: string
        readonly serviceAccountName?: string
        readonly token?: string
      }
      readonly mount?: string
      readonly namespace?: string
      readonly role?: string
      readonly secrets: readonly ({
        readonly key: string
        readonly parameter: string
        readonly path: string
        readonly pkiData?: {
          readonly altNames?: string
          readonly commonName?: string
          readonly format?: string
          readonly ipSans?: string
          readonly otherSans?: string
          readonly ttl?: string
          readonly uriSans?: string
        }
        readonly type?: '' | 'secretV2' | 'secret' | 'pki'
      })[]
    }
    readonly oauth2?: {
      readonly clientId: string
      readonly clientSecret?: {
        readonly valueFrom: {
          readonly secretKeyRef: {
            readonly key: string
            readonly name: string
          }
        }
      }
      readonly scopes?: readonly string[]
      readonly tokenUrl: string
      readonly tokenUrlParams?: { readonly [key: string]: string }
      readonly type: 'clientCredentials'
    }
    readonly podIdentity?: {
      readonly externalID?: string
      readonly identityAuthorityHost?: string
      readonly identityId?: string
      readonly identityOwner?: 'keda' | 'workload'
      readonly identityTenantId?: string
      readonly provider: 'azure-workload' | 'gcp' | 'aws' | 'aws-eks' | 'none'
      readonly roleArn?: string
    }
    readonly secretTargetRef?: readonly {
      readonly key: string
      readonly name: string
      readonly parameter: string
    }[]
  }
}

export const TriggerAuthentication = kindOf<TriggerAuthentication>('keda.sh/v1alpha1', 'TriggerAuthentication')
