import type { JsonObject } from '../../functions/runtime/json.ts'
import { refOf } from '../api/object.ts'
import { textAt } from '../../functions/runtime/read.ts'
import type { World } from './actor.ts'
import type { ManagedKind } from './managed.ts'
import { secretOf } from './object.ts'

const postgres = 'postgresql.sql.m.crossplane.io/v1alpha1'

/** provider-sql makes a database as soon as its ProviderConfig leads to a Secret with all four keys. */
export const sqlKinds = ({ api }: World): readonly ManagedKind[] => [
  {
    apiVersion: postgres,
    kind: 'Database',
    seconds: 2,
    silent: true,
    blockedBy: (object: JsonObject) => {
      const { namespace = '' } = refOf(object)
      const name = textAt(object, 'spec', 'providerConfigRef', 'name') ?? ''
      const config = api.get({ apiVersion: postgres, kind: 'ProviderConfig', name, namespace })
      if (!config) return `connect failed: cannot get ProviderConfig: ${name} not found`
      const secret = textAt(config, 'spec', 'credentials', 'connectionSecretRef', 'name') ?? ''
      const mapped = (key: string) => textAt(config, 'spec', 'credentials', 'secretKeyMapping', key) ?? key
      const missing = ['endpoint', 'port', 'username', 'password'].find(
        key => secretOf(api, object, secret, mapped(key)) === undefined,
      )
      return missing === undefined
        ? undefined
        : `connect failed: cannot get credentials Secret: ${secret} has no ${mapped(missing)}`
    },
  },
]
