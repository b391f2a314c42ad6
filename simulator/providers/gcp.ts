import type { JsonObject } from '../../functions/runtime/json.ts'
import { at, textAt } from '../../functions/runtime/read.ts'
import { certificate } from './certificate.ts'
import type { ManagedKind } from './managed.ts'
import type { Reference } from './references.ts'

const sql = 'sql.gcp.m.upbound.io/v1beta1'

const instance: Reference = {
  field: 'instance',
  ref: 'instanceRef',
  target: { apiVersion: sql, kind: 'DatabaseInstance' },
}

const isPublic = (object: JsonObject): boolean =>
  at(object, 'spec', 'forProvider', 'settings', 'ipConfiguration', 'ipv4Enabled') === true

export const gcpKinds: readonly ManagedKind[] = [
  {
    apiVersion: sql,
    kind: 'DatabaseInstance',
    seconds: 300,
    outputs: object => ({
      connectionName: `${textAt(object, 'spec', 'forProvider', 'project')}:${textAt(object, 'spec', 'forProvider', 'region')}:${textAt(object, 'metadata', 'name')}`,
      privateIpAddress: '10.83.0.3',
      ...(isPublic(object) && { publicIpAddress: '203.0.113.17' }),
    }),
    connection: object => ({
      connectionName: `${textAt(object, 'spec', 'forProvider', 'project')}:${textAt(object, 'spec', 'forProvider', 'region')}:${textAt(object, 'metadata', 'name')}`,
      privateIP: '10.83.0.3',
      publicIP: isPublic(object) ? '203.0.113.17' : '',
      serverCACertificateCert: certificate,
    }),
    isProtected: object => at(object, 'spec', 'forProvider', 'deletionProtection') === true,
  },
  { apiVersion: sql, kind: 'Database', seconds: 5, references: [instance] },
  {
    apiVersion: sql,
    kind: 'User',
    seconds: 5,
    references: [instance],
    password: { secretRef: 'passwordSecretRef', generate: false },
    connection: (_object, password) => (password ? { password, 'attribute.password': password } : {}),
  },
]
