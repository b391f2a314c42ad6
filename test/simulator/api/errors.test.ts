import { describe, expect, it } from 'vitest'
import { ApiError, invalid, misfit } from '../../../simulator/api/errors.ts'

const faults = [
  { path: 'spec.size', message: 'required', misfit: false },
  { path: 'spec.port', message: 'must be of type integer', misfit: true },
]

describe('the errors of the API server', () => {
  it('answers 422 to an invalid object and names every field, or the developer mends one field per try', () => {
    const error = invalid('Widget "w"', faults)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ name: 'ApiError', code: 422, faults })
    expect(error.message).toBe('Widget "w" is invalid: spec.size: required, spec.port: must be of type integer')
  })

  it('answers something else than 422 to an object that does not fit, or core would go on where it aborts', () => {
    const error = misfit('team-a/w; example.org/v1, Kind=Widget', faults.slice(1))
    expect(error.code).toBe(500)
    expect(error.message).toBe(
      'failed to create typed patch object (team-a/w; example.org/v1, Kind=Widget): .spec.port: must be of type integer',
    )
  })
})
