import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../../packages/root.ts'
import { folderOf } from './fixtures.ts'

const empty = folderOf({})
afterAll(() => empty.remove())

const generate = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'generate/main.ts'), ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('npm run generate', () => {
  it('ends with an error at an option that it does not know, or a typo checks nothing', () => {
    const { status, stderr } = generate('--chek')
    expect(status).toBe(1)
    expect(stderr).toContain("Unknown option '--chek'")
  })

  it('--check ends with 0 and counts the files when everything is up to date', () => {
    const { status, stdout, stderr } = generate('--check')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^\d+ generated files are up to date\n$/)
  })

  it('--crds names the first kind without a CRD, and writes nothing', () => {
    const { status, stdout, stderr } = generate('--check', '--crds', empty.path)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('no CRD for rds.aws.m.upbound.io/v1beta1 Instance below')
  })
})
