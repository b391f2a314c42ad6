import { describe, expect, it } from 'vitest'
import { factKeywords } from '../../../generate/crd/structural.ts'

describe('the facts of a CRD', () => {
  it.each(['description', 'title', 'example', 'externalDocs'])('are not its %s: that is somebody’s text', keyword => {
    expect(factKeywords).not.toContain(keyword)
  })

  it('are named once each, or one file is written twice', () => {
    expect(new Set(factKeywords).size).toBe(factKeywords.length)
  })
})
