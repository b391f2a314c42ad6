import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, steps, textAt, withAt } from '../../functions/runtime/read.ts'
import { databaseClaim } from '../harness/claims.ts'
import { examplePlatform } from '../harness/files.ts'
import { convergeClaim } from '../harness/plane.ts'

const production = withAt(examplePlatform(), steps('spec.environmentType'), 'Production')

/** The smallest claim on a production platform: what it composes, by kind. */
const composed = async (provider: string, platform: JsonObject = production) => {
  const { plane } = await convergeClaim(databaseClaim({ size: 'medium' }), { provider, platform })
  const objects = plane.api.list()
  return (kind: string) =>
    objectAt(
      objects.find(object => textAt(object, 'kind') === kind),
      'spec',
    )
}

describe('the smallest claim is encrypted, private, backed up, and protected in Production', () => {
  it('on AWS', async () => {
    const kind = await composed('AWS')
    expect(objectAt(kind('Instance'), 'forProvider')).toMatchObject({
      storageEncrypted: true,
      publiclyAccessible: false,
      backupRetentionPeriod: 7,
      deletionProtection: true,
      skipFinalSnapshot: false,
      multiAz: true,
    })
    expect(objectAt(kind('ParameterGroup'), 'forProvider')['parameter']).toEqual([
      { name: 'rds.force_ssl', value: '1', applyMethod: 'immediate' },
    ])
    expect(objectAt(kind('SecurityGroupIngressRule'), 'forProvider')).toMatchObject({
      cidrIpv4: '10.0.0.0/16',
      fromPort: 5432,
      toPort: 5432,
    })
    expect(kind('Usage')['of']).toMatchObject({ kind: 'XDatabase' })
  })

  it('on GCP', async () => {
    const kind = await composed('GCP')
    const instance = objectAt(kind('DatabaseInstance'), 'forProvider')
    expect(instance['deletionProtection']).toBe(true)
    expect(instance['settings']).toMatchObject({
      deletionProtectionEnabled: true,
      availabilityType: 'REGIONAL',
      ipConfiguration: {
        ipv4Enabled: false,
        sslMode: 'ENCRYPTED_ONLY',
        privateNetwork: 'projects/acme-data/global/networks/main',
      },
      backupConfiguration: { enabled: true, pointInTimeRecoveryEnabled: true },
      finalBackupConfig: { enabled: true },
    })
    expect(kind('Usage')['of']).toMatchObject({ kind: 'XDatabase' })
  })

  it('on Azure', async () => {
    const kind = await composed('Azure')
    expect(objectAt(kind('FlexibleServer'), 'forProvider')).toMatchObject({
      publicNetworkAccessEnabled: false,
      delegatedSubnetId: expect.stringContaining('/subnets/databases') as string,
      backupRetentionDays: 7,
      highAvailability: { mode: 'ZoneRedundant' },
    })
    expect(kind('FlexibleServer')['managementPolicies']).toEqual(['Observe', 'Create', 'Update'])
    expect(objectAt(kind('FlexibleServerConfiguration'), 'forProvider')).toMatchObject({
      name: 'require_secure_transport',
      value: 'on',
    })
    expect(kind('Usage')['of']).toMatchObject({ kind: 'XDatabase' })
  })

  it('on Kubernetes', async () => {
    const kind = await composed('Kubernetes')
    expect(kind('Cluster')).toMatchObject({
      instances: 2,
      enableSuperuserAccess: false,
      postgresql: { pg_hba: ['hostnossl all all all reject'] },
      storage: { storageClass: 'encrypted-ssd' },
    })
    expect(kind('ScheduledBackup')).toMatchObject({ schedule: '0 0 2 * * *', method: 'plugin' })
    expect(kind('NetworkPolicy')).toMatchObject({ policyTypes: ['Ingress'] })
    expect(JSON.stringify(kind('NetworkPolicy'))).not.toContain('0.0.0.0/0')
    expect(kind('Usage')['of']).toMatchObject({ kind: 'XDatabase' })
  })
})
