import * as Type from 'typebox'
import type { TSchemaOptions } from 'typebox'

/** A CEL rule that the API server evaluates; `fieldPath` is where the error is shown. */
export interface Rule {
  readonly rule: string
  readonly message: string
  readonly fieldPath?: string
}

type Options = TSchemaOptions & { description: string; default?: unknown }

/** Attaches CEL rules to a schema's options. */
export const rules = (...all: readonly Rule[]) => ({ 'x-kubernetes-validations': all })

/** A field that portals hide until the developer asks for more. */
export const advanced = { 'x-ui-advanced': true } as const

/** The position of a top-level field in a portal's form. */
export const order = (position: number) => ({ 'x-ui-order': position })

/** Free text, always bounded: CEL's cost estimate needs the bound. */
export const text = (maxLength: number, options: Options & { pattern?: string; minLength?: number }) =>
  Type.String({ maxLength, ...options })

/** A name that the platform team or a developer chooses: a DNS label. */
export const label = (options: Options) => text(63, { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', ...options })

/** A closed list of PascalCase mechanisms that our code switches on. */
export const choice = <const Values extends readonly string[]>(values: Values, options: Options) =>
  Type.Unsafe<Values[number]>({ type: 'string', enum: values, ...options })

/** A disk size in whole gibibytes or tebibytes, such as `20Gi`. */
export const diskSize = (options: Options) => text(12, { pattern: '^[1-9][0-9]{0,6}(Gi|Ti)$', ...options })

/** An amount of CPU, such as `500m` or `2`. */
export const cpuAmount = (options: Options) => text(8, { pattern: '^[1-9][0-9]{0,5}m?$', ...options })

/** An amount of memory or disk, such as `512Mi`. */
export const byteAmount = (options: Options) => text(10, { pattern: '^[1-9][0-9]{0,6}(Mi|Gi|Ti)$', ...options })

/** An IPv4 range, such as `10.0.0.0/16`. */
export const cidr = (options: Options) =>
  text(18, { pattern: '^([0-9]{1,3}\\.){3}[0-9]{1,3}/([0-9]|[12][0-9]|3[0-2])$', ...options })

/** A time of day in UTC, such as `02:30`. */
export const timeOfDay = (options: Options) => text(5, { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', ...options })

/** A cron schedule of five fields, in UTC. */
export const cron = (options: Options) =>
  text(64, { pattern: '^[-0-9*/,]+ [-0-9*/,]+ [-0-9*/,]+ [-0-9*/,A-Za-z]+ [-0-9*/,A-Za-z]+$', ...options })

/** A length of time, such as `72h`. */
export const duration = (options: Options) => text(5, { pattern: '^[1-9][0-9]{0,3}[mhd]$', ...options })

/** A list of things with a `name`, merged by name under server-side apply. */
export const namedList = {
  'x-kubernetes-list-type': 'map',
  'x-kubernetes-list-map-keys': ['name'],
} as const

/** A list whose items are unique and unordered. */
export const set = { 'x-kubernetes-list-type': 'set' } as const

/** The name of an environment variable, such as `LOG_LEVEL`. */
export const variable = (options: Options) => text(128, { pattern: '^[A-Za-z_][A-Za-z0-9_]*$', ...options })

/** A port number. */
export const portNumber = (description: string) => Type.Integer({ minimum: 1, maximum: 65535, description })

/** An absolute path without `..` in it. */
export const absolutePath = (options: Options) =>
  text(256, { pattern: '^(/[A-Za-z0-9@._-]*[A-Za-z0-9@_-][A-Za-z0-9@._-]*)+$', ...options })

/** The name of an object of Kubernetes. */
export const objectName = (options: Options) => text(253, { pattern: '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$', ...options })

/** A key in a Secret or ConfigMap. */
export const dataKey = (options: Options) => text(253, { pattern: '^[-._a-zA-Z0-9]+$', ...options })

/** An amount as a number of things or a share of them, such as `1` or `25%`. */
export const numberOrPercent = (options: Options) => text(4, { pattern: '^([0-9]{1,3}|[0-9]{1,2}%|100%)$', ...options })

/** A time zone of the IANA database, such as `Europe/Berlin`. */
export const timeZone = (options: Options) =>
  text(64, { pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$', ...options })

/** A domain in lower case, without a wildcard; one in another script is written as it is in DNS (`xn--…`). */
export const domain = (options: Options) =>
  text(253, {
    pattern: '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)+$',
    ...options,
  })

/** The name of an HTTP header, such as `X-Request-Id`. */
export const headerName = (options: Options) => text(128, { pattern: '^[A-Za-z0-9][-A-Za-z0-9_]*$', ...options })
