import type { Fault } from '../schema/validate.ts'

/** The API server's answer to an object that it does not take. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: 404 | 409 | 422 | 500
  readonly faults: readonly Fault[]

  constructor(code: ApiError['code'], message: string, faults: readonly Fault[] = []) {
    super(message)
    this.code = code
    this.faults = faults
  }
}

export const invalid = (what: string, faults: readonly Fault[]): ApiError =>
  new ApiError(
    422,
    `${what} is invalid: ${faults.map(({ path, message }) => `${path}: ${message}`).join(', ')}`,
    faults,
  )

/** Not a 422: an object that does not fit its schema makes core abort in the middle of its applies. */
export const misfit = (what: string, faults: readonly Fault[]): ApiError =>
  new ApiError(
    500,
    `failed to create typed patch object (${what}): ${faults.map(({ path, message }) => `.${path}: ${message}`).join(', ')}`,
    faults,
  )
