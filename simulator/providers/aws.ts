import { at, numberAt, textAt } from '../../functions/runtime/read.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { stableHash } from '../../functions/runtime/names.ts'
import type { ManagedKind } from './managed.ts'
import { externalName } from './references.ts'

const rds = 'rds.aws.m.upbound.io/v1beta1'
const ec2 = 'ec2.aws.m.upbound.io/v1beta1'

const forProvider = (object: JsonObject, field: string) => textAt(object, 'spec', 'forProvider', field)

/** An id as AWS makes them, the same for the same object. */
const assigned = (prefix: string) => (object: JsonObject) =>
  `${prefix}-${Buffer.from(stableHash(textAt(object, 'metadata', 'uid') ?? '')).toString('hex')}0`

const port = (object: JsonObject): number => numberAt(object, 'spec', 'forProvider', 'port') ?? 5432

const address = (object: JsonObject): string =>
  `${forProvider(object, 'identifier')}.c1a2b3d4e5f6.${forProvider(object, 'region')}.rds.amazonaws.com`

export const awsKinds: readonly ManagedKind[] = [
  { apiVersion: rds, kind: 'SubnetGroup', seconds: 5 },
  { apiVersion: rds, kind: 'ParameterGroup', seconds: 5 },
  { apiVersion: ec2, kind: 'SecurityGroup', seconds: 5, id: assigned('sg') },
  {
    apiVersion: ec2,
    kind: 'SecurityGroupIngressRule',
    seconds: 3,
    id: assigned('sgr'),
    references: [
      { field: 'securityGroupId', ref: 'securityGroupIdRef', target: { apiVersion: ec2, kind: 'SecurityGroup' } },
    ],
  },
  {
    apiVersion: rds,
    kind: 'Instance',
    seconds: 420,
    id: object => `db-${stableHash(textAt(object, 'metadata', 'uid') ?? '').toUpperCase()}`,
    references: [
      { field: 'dbSubnetGroupName', ref: 'dbSubnetGroupNameRef', target: { apiVersion: rds, kind: 'SubnetGroup' } },
      {
        field: 'vpcSecurityGroupIds',
        ref: 'vpcSecurityGroupIdRefs',
        target: { apiVersion: ec2, kind: 'SecurityGroup' },
      },
      {
        field: 'parameterGroupName',
        ref: 'parameterGroupNameRef',
        target: { apiVersion: rds, kind: 'ParameterGroup' },
        value: externalName,
      },
    ],
    password: { secretRef: 'passwordSecretRef', generate: true },
    outputs: object => ({
      address: address(object),
      endpoint: `${address(object)}:${port(object)}`,
      engineVersionActual: `${forProvider(object, 'engineVersion')}.6`,
      status: 'available',
    }),
    connection: (object, password) => ({
      address: address(object),
      host: address(object),
      endpoint: `${address(object)}:${port(object)}`,
      port: String(port(object)),
      username: forProvider(object, 'username') ?? '',
      ...(password && { password, 'attribute.password': password }),
    }),
    isProtected: object => at(object, 'spec', 'forProvider', 'deletionProtection') === true,
  },
  {
    apiVersion: rds,
    kind: 'InstanceState',
    seconds: 180,
    references: [
      {
        field: 'identifier',
        ref: 'identifierRef',
        target: { apiVersion: rds, kind: 'Instance' },
        value: object => forProvider(object, 'identifier'),
      },
    ],
  },
]
