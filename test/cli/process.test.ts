import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../packages/root.ts'
import { databaseClaim } from '../harness/claims.ts'
import { file } from './commands/run.ts'

/** Runs the command as a user does. */
const roadbed = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'cli/roadbed.mjs'), ...args], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NO_COLOR: '1' },
  })
  return { status, stdout, stderr }
}

const minimal = join(root, 'examples/database/minimal.yaml')

describe('roadbed', () => {
  it.each([
    [[], 2],
    [['rendr'], 2],
    [['render'], 2],
    [['render', minimal, '--provider', 'Azur'], 2],
    [['render', minimal, '-o', 'xml'], 2],
    [['render', 'nowhere.yaml'], 2],
    [['validate', minimal], 0],
    [['--help'], 0],
    [['render', '--help'], 0],
  ])('%j ends with %i, so that scripts can rely on it', (args, status) => {
    expect(roadbed(args).status).toBe(status)
  })

  it('reads a claim from standard input and keeps stdout for the result', () => {
    const { status, stdout, stderr } = roadbed(['render', '-'], readFileSync(minimal, 'utf8'))
    expect(status).toBe(0)
    expect(stdout).toMatch(/^---\napiVersion: /)
    expect(stdout).not.toContain('simulated')
    expect(stderr).toContain('Ready')
    expect(roadbed(['validate', '-'], 'kind: XDatabase\n').stderr).toMatch(/<stdin>:1: apiVersion/)
  })

  it('ends with 1 for a refused claim', () => {
    expect(roadbed(['render', file(databaseClaim({ size: 'huge' }))])).toMatchObject({ status: 1, stdout: '' })
  })

  it('demo takes the minimal claim to Ready on all four providers, through mutual TLS, well within a minute', () => {
    const started = performance.now()
    const { status, stdout } = roadbed(['demo'])
    expect(status).toBe(0)
    expect(performance.now() - started).toBeLessThan(60_000)
    expect(stdout).toMatch(/serves gRPC with mutual TLS on 127\.0\.0\.1:\d+/)
    for (const provider of ['AWS eu-west-1', 'GCP europe-west1', 'Azure westeurope', 'Kubernetes']) {
      expect(stdout).toContain(`XDatabase/orders on ${provider}: Ready (3 passes`)
    }
  })
})
