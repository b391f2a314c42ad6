import type { EksCluster } from '../../../../apis/platform/identity.ts'
import type { Account } from '../../../settings/facts.ts'

/** Who the pods are on the cloud that the cluster runs on. */
export type Identity = AwsIdentity | GcpIdentity | AzureIdentity

export interface AwsIdentity extends Account {
  readonly cloud: 'AWS'
  readonly cluster: EksCluster
  readonly policyArns: readonly string[]
}

export interface GcpIdentity extends Account {
  readonly cloud: 'GCP'
  readonly project: string
  readonly workloadPool: string
  readonly roles: readonly string[]
}

export interface AzureIdentity extends Account {
  readonly cloud: 'Azure'
  readonly resourceGroup: string
  readonly location: string
  readonly oidcIssuerUrl: string
  readonly assignments: readonly { readonly role: string; readonly scope: string }[]
}
