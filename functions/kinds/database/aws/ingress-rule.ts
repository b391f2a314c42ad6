import { SecurityGroupIngressRule } from '../../../generated/ec2.aws.m.upbound.io/security-group-ingress-rule.ts'
import { itemKey } from '../../../runtime/keys.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { managed } from '../../composed.ts'
import type { AwsDatabase } from './database.ts'

type Range = AwsDatabase['network']['cidrs'][number]

/** Opens the database's port, and nothing else, to a range that the claim names. */
export const ingressRule = (db: AwsDatabase, { name, cidr }: Range): Emit =>
  rule(db, itemKey('ingress', name), cidr, `${name}, allowed by the claim`)

/** The same for a range from which the cluster's workloads connect. */
export const clientsRule = (db: AwsDatabase, cidr: string): Emit =>
  rule(db, clientsKey(cidr), cidr, 'workloads of the cluster')

export const clientsKey = (cidr: string): `clients-${string}` => itemKey('clients', cidr.replaceAll(/[./]/g, '-'))

const rule = (db: AwsDatabase, key: string, cidr: string, description: string): Emit =>
  managed(
    db,
    key,
    SecurityGroupIngressRule,
    {
      region: db.aws.region,
      securityGroupIdRef: { name: db.aws.names.securityGroup },
      ipProtocol: 'tcp',
      fromPort: db.network.port,
      toPort: db.network.port,
      cidrIpv4: cidr,
      description,
      tags: db.aws.tags,
    },
    { providerConfigRef: db.aws.providerConfigRef },
  )
