/** A kind that services bind to: what its connection Secret holds, the same on every provider (servicebinding.io). */
export interface Bindable {
  readonly kind: string
  readonly keys: readonly string[]
}

export const databaseBinding = {
  kind: 'XDatabase',
  keys: [
    'type',
    'provider',
    'host',
    'port',
    'username',
    'password',
    'database',
    'readOnlyHost',
    'uri',
    'jdbcUrl',
    'ca.crt',
  ],
} as const satisfies Bindable
