import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../../../cli/exit.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { root } from '../../../packages/root.ts'
import { file, runValidate } from './run.ts'

describe('roadbed validate', () => {
  it('takes folders with documents of all our kinds: every example is valid', () => {
    expect(runValidate([join(root, 'examples')])).toEqual({
      exit: 0,
      out: '',
      err: expect.stringMatching(/^\d+ claims are valid, 2 of other kinds left out$/) as string,
    })
  })

  it('takes several documents a file and tells every problem, each with its line', () => {
    const path = file(
      databaseClaim({ sise: 1 }),
      databaseClaim(),
      { ...databaseClaim({ version: 'x' }), kind: 'XDatabse' },
      databaseClaim({ engine: 'MySQL' }),
    )
    const { exit, err } = runValidate([path])
    expect(exit).toBe(1)
    expect(err.split('\n')).toEqual([
      `${path}:9: spec.sise: unknown field; did you mean size?`,
      `${path}:21: kind: there is no kind "XDatabse": did you mean XDatabase?`,
      `${path}:36: spec.engine: "MySQL" is not one of Postgres`,
      '3 problems',
    ])
  })

  it('leaves other kinds alone, and says so', () => {
    const { exit, err } = runValidate([
      file(databaseClaim(), { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } }),
    ])
    expect([exit, err]).toEqual([0, '1 claim is valid, 1 of other kinds left out'])
  })

  it('names the version that is served when a claim has another, or is in another group', () => {
    const { err } = runValidate([file({ ...databaseClaim(), apiVersion: 'platform.example.org/v1' })])
    expect(err).toMatch(
      /:1: apiVersion: "platform\.example\.org\/v1" is not served: write platform\.roadbed\.dev\/v1alpha1/,
    )
  })

  it.each([
    ['broken YAML', 'spec: [', /claim\.yaml:1: .*[Ff]low/],
    ['a list', '- 1\n', /not a Kubernetes object/],
    ['a tab', 'spec:\n\tengine: Postgres\n', /claim\.yaml:2: .*[Tt]ab/],
  ])('tells the line of %s', (_, text, says) => {
    const { exit, err } = runValidate([file(text)])
    expect(exit).toBe(1)
    expect(err).toMatch(says)
  })

  it('is a wrong usage when there is nothing to check', () => {
    expect(() => runValidate([file('')])).toThrow(UsageError)
    expect(() => runValidate([dirname(file('')) + '/nowhere'])).toThrow(/ENOENT/)
  })
})
