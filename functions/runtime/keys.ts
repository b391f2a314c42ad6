/**
 * The resources that a kind has ever composed: the key in `desired.resources` is a resource's only identity, so a key is
 * never renamed. `ingress-*` stands for one resource per item of a list, keyed by the item's name.
 */
export type KeyTable = Readonly<Record<string, 'stateful' | 'stateless'>>

/** The keys that a table allows: a family stands for every key that begins like it. */
export type KeyOf<Table extends KeyTable> = {
  [Family in keyof Table & string]: Family extends `${infer Prefix}-*` ? `${Prefix}-${string}` : Family
}[keyof Table & string]

/** Whether losing the resource under this key loses data; `undefined` for a key that the table does not know. */
export const keyKind = (table: KeyTable, key: string): 'stateful' | 'stateless' | undefined => {
  if (Object.hasOwn(table, key)) return table[key]
  for (const [family, kind] of Object.entries(table)) {
    if (family.endsWith('*') && key.startsWith(family.slice(0, -1)) && key.length >= family.length) return kind
  }
  return undefined
}

/** The key for an item of a user's list: `database-` and the item's name, spelled in the letters that keys may have. */
export const itemKey = <Family extends string>(family: Family, name: string): `${Family}-${string}` =>
  `${family}-${name.replaceAll('_', '-').toLowerCase()}`
