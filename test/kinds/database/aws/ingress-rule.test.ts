import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clientsKey, clientsRule, ingressRule } from '../../../../functions/kinds/database/aws/ingress-rule.ts'
import { awsDatabase, database, forProvider, managing, name, whole } from '../../fixtures.ts'

const db = awsDatabase({ db: { network: { ...database().network, port: 6000 } } })

const rule = (cidrIpv4: string, description: string) => ({
  region: 'eu-west-1',
  securityGroupIdRef: { name: name('security-group') },
  ipProtocol: 'tcp',
  fromPort: 6000,
  toPort: 6000,
  cidrIpv4,
  description,
  tags: db.aws.tags,
})

it('opens the database’s port to the claim’s range, and nothing else', () => {
  const entry = ingressRule(db, { name: 'office', cidr: '10.1.0.0/16' })
  expect(forProvider(entry)).toEqual(rule('10.1.0.0/16', 'office, allowed by the claim'))
  expect(managing(entry)).toEqual(whole)
  expect(entry.resource).toMatchObject({ kind: 'SecurityGroupIngressRule', metadata: { name: name('ingress-office') } })
})

it('opens it to the workloads that the platform names', () => {
  const entry = clientsRule(db, '10.0.0.0/16')
  expect(forProvider(entry)).toEqual(rule('10.0.0.0/16', 'workloads of the cluster'))
  expect(entry.resource).toMatchObject({ metadata: { name: name('clients-10-0-0-0-16') } })
})

it('has a key of its own for every range, or two of them are one rule', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.nat(32), (address, prefix) => {
      const key = clientsKey(`${address}/${prefix}`)
      const [, a, b, c, d, length] = /^clients-(\d+)-(\d+)-(\d+)-(\d+)-(\d+)$/.exec(key) ?? []
      expect(`${a}.${b}.${c}.${d}/${length}`).toBe(`${address}/${prefix}`)
    }),
  )
})
