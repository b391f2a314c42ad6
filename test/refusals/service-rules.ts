import type { JsonObject } from '../../functions/runtime/json.ts'
import { serviceClaim } from '../harness/claims.ts'
import type { BrokenRule } from './rules.ts'

const database = (spec: JsonObject): JsonObject => serviceClaim({ databases: [{ name: 'orders', ...spec }] })
const [there, other] = [{ ref: { name: 'a' } }, { ref: { name: 'b' } }]

/** The rules of services that environments have as well. */
export const brokenServiceRules: readonly BrokenRule[] = [
  {
    why: 'more pods at least than at most',
    object: serviceClaim({ replicas: { min: 3, max: 2 } }),
    path: 'spec.replicas.max',
    says: 'max is less than min',
  },
  {
    why: 'a database that is there and to be made',
    object: database({ ...there, spec: {} }),
    path: 'spec.databases[0].ref',
    says: 'give ref for a database that is there, or spec for one to be made, not both',
  },
  {
    why: 'another database under its name',
    before: database(there),
    object: database(other),
    path: 'spec.databases[0].ref',
    says: 'a database can’t be exchanged under its name',
  },
  {
    why: 'a variable with two values',
    object: serviceClaim({ env: [{ name: 'A', value: 'b', secretKeyRef: { name: 'c', key: 'd' } }] }),
    path: 'spec.env[0].name',
    says: 'give one of value, secretKeyRef, configMapKeyRef and bindingKeyRef',
  },
]
