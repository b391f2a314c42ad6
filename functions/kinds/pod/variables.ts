import type { Bindable } from '../bindables.ts'
import type { Variable } from './container.ts'

/** How the keys of a connection Secret are called as variables. */
export interface Exposed extends Pick<Bindable, 'keys'> {
  /** What its variables begin with. */
  readonly prefix: string
  /** Variables under other names, by the Secret's key. */
  readonly renamed: Readonly<Record<string, string>>
}

/** `order-db` as part of a variable's name. */
export const upper = (name: string): string => name.replaceAll('-', '_').toUpperCase()

/** What the variables of something begin with that is bound under this name. */
export const prefixOf = (name: string): string => `${upper(name)}_`

/** `readOnlyHost` of `db` is `DB_READ_ONLY_HOST`. */
export const variableName = ({ prefix, renamed }: Exposed, key: string): string =>
  renamed[key] ??
  `${prefix}${key
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]/g, '_')
    .toUpperCase()}`

/** A variable that holds a key of a Secret in the pod's own namespace: Kubernetes knows no other. */
export const secretVariable = (name: string, secretName: string, key: string): Variable => ({
  name,
  valueFrom: { secretKeyRef: { name: secretName, key } },
})

/** The variable of each key of a connection Secret. */
export const keyVariables = (exposed: Exposed, secretName: string): readonly Variable[] =>
  exposed.keys.map(key => secretVariable(variableName(exposed, key), secretName, key))

/** The one name under which most programs look for the only one that they have, such as DATABASE_URL. */
export const usualVariable = ({ usual }: Pick<Bindable, 'usual'>, secretName: string): Variable =>
  secretVariable(usual.variable, secretName, usual.key)
