import { stringify } from 'yaml'

/** YAML that kubectl reads as it was meant: `on` and `no` are quoted, for its parser takes them for booleans. */
export const toYaml = (value: unknown): string =>
  stringify(value, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })
