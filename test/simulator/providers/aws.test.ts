import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { subnetGroup } from '../fixtures.ts'
import { cloud } from '../scripted.ts'

const ec2 = (kind: string, name: string, forProvider: JsonObject): JsonObject => ({
  apiVersion: 'ec2.aws.m.upbound.io/v1beta1',
  kind,
  metadata: { name },
  spec: { forProvider: { region: 'eu-central-1', ...forProvider } },
})

const instance: JsonObject = {
  apiVersion: 'rds.aws.m.upbound.io/v1beta1',
  kind: 'Instance',
  metadata: { name: 'orders' },
  spec: {
    forProvider: {
      region: 'eu-central-1',
      identifier: 'orders-db',
      engineVersion: '17',
      instanceClass: 'db.t4g.small',
      username: 'owner',
      port: 6432,
      dbSubnetGroupNameRef: { name: 'group' },
      vpcSecurityGroupIdRefs: [{ name: 'firewall' }],
      passwordSecretRef: { name: 'password', key: 'password' },
    },
    writeConnectionSecretToRef: { name: 'connection' },
  },
}

const host = 'orders-db.c1a2b3d4e5f6.eu-central-1.rds.amazonaws.com'

const made = () => {
  const bed = cloud()
  const firewall = bed.apply(ec2('SecurityGroup', 'firewall', { vpcId: 'vpc-1' }))
  const rule = bed.apply(
    ec2('SecurityGroupIngressRule', 'in', { ipProtocol: 'tcp', securityGroupIdRef: { name: 'firewall' } }),
  )
  bed.apply(subnetGroup('group'))
  const database = bed.apply(instance)
  bed.plane.finish()
  return { ...bed, firewall, rule, database }
}

describe('the fake AWS', () => {
  it('gives ids as AWS does and resolves references to them, or golden files differ per run', () => {
    const { get, firewall, rule, database } = made()
    const id = textAt(get(firewall), 'status', 'atProvider', 'id') ?? ''
    expect(id).toMatch(/^sg-[0-9a-f]{17}$/)
    expect(made().get(firewall)).toMatchObject({ status: { atProvider: { id } } })
    expect(textAt(get(rule), 'spec', 'forProvider', 'securityGroupId')).toBe(id)
    expect(objectAt(get(database), 'spec', 'forProvider')).toMatchObject({
      dbSubnetGroupName: 'group',
      vpcSecurityGroupIds: [id],
    })
  })

  it('has in an instance’s Secret exactly the real keys, or a connection works here and nowhere else', () => {
    const { secret } = made()
    const { password } = secret('password')
    expect(secret('connection')).toEqual({
      endpoint: `${host}:6432`,
      address: host,
      host,
      port: '6432',
      username: 'owner',
      password,
      'attribute.password': password,
    })
  })

  it('tells of an instance where it is and which version runs, or the claim’s status stays empty', () => {
    const { get, database } = made()
    expect(objectAt(get(database), 'status', 'atProvider')).toMatchObject({
      address: host,
      endpoint: `${host}:6432`,
      engineVersionActual: '17.6',
      status: 'available',
    })
  })

  it('does not delete a protected instance, or nobody notices that protection has to come off first', () => {
    const { plane, apply, get, said } = cloud()
    const forProvider = { region: 'r', identifier: 'x', instanceClass: 'c', deletionProtection: true }
    const ref = apply({ ...instance, spec: { forProvider } })
    plane.finish()
    plane.api.delete(ref)
    plane.finish()
    expect(get(ref)).toBeDefined()
    expect(said(ref, 'Synced')).toEqual(['False', 'delete failed: deletion protection is enabled'])
  })
})
