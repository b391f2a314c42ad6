import fc from 'fast-check'
import { expect, it } from 'vitest'
import { functionObject, objectName } from '../../packages/names.ts'

it('names an object as Crossplane’s package manager does, or two functions would run', () => {
  expect(functionObject).toBe('roadbed-function-roadbed')
  expect(objectName('127.0.0.1:5000/acme/function-x')).toBe('acme-function-x')
  expect(objectName('xpkg.example.org/acme/platform_fn1')).toBe('acme-platformfn1')
})

it('gives a DNS label for every repository, or the object could not be created', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-z0-9._/-]{0,90}[a-z0-9]$/), path => {
      expect(objectName(`xpkg.example.org/${path}`)).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)
    }),
  )
})
