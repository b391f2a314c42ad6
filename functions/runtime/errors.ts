import { forDevelopers } from './catalogue/developer.ts'
import { forPlatformTeams } from './catalogue/platform-team.ts'

/**
 * Every reason for which a claim is refused. The code is the reason of the condition `Configured` and ends the message
 * of the Fatal result; docs/reference/errors.md is generated from here, and each code has a test that causes it.
 */
export const catalogue = { ...forDevelopers, ...forPlatformTeams }

export type ErrorCode = keyof typeof catalogue

/** A user's mistake, as a value: what is wrong, where, and what to write instead. */
export interface Refusal {
  readonly code: ErrorCode
  /** The field, such as `spec.size`; for a platform's mistake `XPlatform/default spec.…`. A key with other signs is quoted. */
  readonly path: string
  readonly message: string
}

export const refuse = (code: ErrorCode, path: string, message: string): Refusal => ({ code, path, message })

/** One line that people read and `parseRefusal` takes apart again. */
export const formatRefusal = ({ code, path, message }: Refusal): string =>
  `${path}: ${message.replaceAll(/\s+/g, ' ').trim()} [${code}]`

/** The inverse of `formatRefusal`; `undefined` for a line that is something else. */
export const parseRefusal = (line: string): Refusal | undefined => {
  const [, path, message, code] = /^((?=\S)(?:"(?:[^"\\]|\\.)*"|[^"])+?): (.*) \[([A-Za-z]+)\]$/.exec(line) ?? []
  if (path === undefined || message === undefined || code === undefined || !isCode(code)) return undefined
  return { code, path, message }
}

const isCode = (code: string): code is ErrorCode => Object.hasOwn(catalogue, code)
