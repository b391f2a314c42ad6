/** The codes of gRPC that this server ends a call with: https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
export const Code = {
  ok: 0,
  invalidArgument: 3,
  deadlineExceeded: 4,
  notFound: 5,
  resourceExhausted: 8,
  unimplemented: 12,
  internal: 13,
  unavailable: 14,
} as const

export type Code = (typeof Code)[keyof typeof Code]

/** Thrown by a method, and by what reads its message: the call ends with this code, and its caller is told the message. */
export class StatusError extends Error {
  override readonly name = 'StatusError'
  readonly code: Code
  /** Further headers of the answer. */
  readonly headers: Readonly<Record<string, string>>

  constructor(code: Code, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.code = code
    this.headers = headers
  }
}

/** The headers, or trailers, that end a call without success. */
export const statusHeaders = ({ code, message, headers }: StatusError): Record<string, string | number> => ({
  'grpc-status': code,
  'grpc-message': percentEncode(message),
  ...headers,
})

/**
 * `grpc-message` on the wire: UTF-8 of which all but printable ASCII, and `%`, is written as `%XX`. So is a space at either end,
 * which no header may have. A lone surrogate becomes U+FFFD.
 */
export const percentEncode = (text: string): string =>
  /[^ -~]|%|^ | $/.test(text)
    ? text
        .toWellFormed()
        .replace(/[^ -~]|%|^ | $/gu, character =>
          [...Buffer.from(character)].map(byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
        )
    : text
