import { afterEach, expect, it, vi } from 'vitest'
import { hasTools, requireTools, run } from '../../../control-plane/kind/tools.ts'
import { fakeTools, type Scripts } from './fake-tools.ts'

afterEach(() => vi.unstubAllEnvs())

const all: Scripts = { docker: 'true', kind: 'true', helm: 'true' }

it('takes kind by itself only where all that it needs answers, or a user’s `up` would fail for nothing', async () => {
  fakeTools(all)
  expect(await hasTools()).toBe(true)
  fakeTools({ ...all, docker: 'exit 1' })
  expect(await hasTools()).toBe(false)
})

it.each([
  ['no Docker', { kind: 'true', helm: 'true' }, '`docker` is not on the PATH: install it (https://docs.docker.com/'],
  ['a Docker that sleeps', { ...all, docker: 'exit 1' }, 'Docker does not answer: start it'],
  ['no kind', { docker: 'true', helm: 'true' }, '`kind` is not on the PATH: install it (https://kind.sigs.k8s.io/'],
  ['no helm', { docker: 'true', kind: 'true' }, '`helm` is not on the PATH: install it (https://helm.sh/'],
] as const)('tells a user with %s what to install, and what needs none of it', async (_, scripts, sentence) => {
  fakeTools(scripts)
  await expect(requireTools()).rejects.toThrow(sentence)
  await expect(requireTools()).rejects.toThrow('; or take `--engine processes`, which needs none of it')
})

it('tells what a tool said last, or nobody would know what to mend', async () => {
  fakeTools({ kind: 'echo "ERROR: node image not found" >&2; exit 3' })
  await expect(run('kind', ['create', 'cluster', '--wait', '3m'])).rejects.toThrow(
    '`kind create cluster` failed; it said:\n  ERROR: node image not found',
  )
})

it('does not wait for ever for a tool that hangs', async () => {
  fakeTools({ helm: 'exec /bin/sleep 30' })
  await expect(run('helm', ['upgrade', '--install'], 0.2)).rejects.toThrow(
    '`helm upgrade --install` was not done after 0.2 s',
  )
})
