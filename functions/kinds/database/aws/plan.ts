import { itemKey } from '../../../runtime/keys.ts'
import { each, type Plan } from '../../../runtime/plan.ts'
import type { DatabaseKey } from '../keys.ts'
import type { AwsDatabase } from './database.ts'
import { clientsKey, clientsRule, ingressRule } from './ingress-rule.ts'
import { instance } from './instance.ts'
import { instanceState } from './instance-state.ts'
import { logicalDatabase } from './logical-database.ts'
import { parameterGroup } from './parameter-group.ts'
import { securityGroup } from './security-group.ts'
import { sqlProviderConfig } from './sql-provider-config.ts'
import { subnetGroup } from './subnet-group.ts'

/** A database on AWS: an RDS instance in the platform's subnets, open to exactly the allowed sources. */
export const plan = (db: AwsDatabase): Plan<DatabaseKey> => {
  const [, ...further] = db.databases
  return {
    'subnet-group': subnetGroup(db),
    'security-group': securityGroup(db),
    ...each(db.aws.network.clientCidrs ?? [], cidr => [clientsKey(cidr), clientsRule(db, cidr)]),
    ...each(db.network.cidrs, range => [itemKey('ingress', range.name), ingressRule(db, range)]),
    [db.aws.parameterGroupKey]: parameterGroup(db),
    instance: instance(db),
    'instance-state': instanceState(db),
    'sql-provider-config': sqlProviderConfig(db),
    ...each(further, database => [itemKey('database', database.name), logicalDatabase(db, database)]),
  }
}
