import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { runtimeConfig, runtimePlatform } from '../../../packages/function/runtime.ts'
import { nodeProgram } from '../../../packages/root.ts'

describe('the platform of the image', () => {
  it('is this machine’s, by the name that registries use', () => {
    expect(runtimePlatform('linux', 'x64')).toEqual({ os: 'linux', architecture: 'amd64' })
    expect(runtimePlatform('linux', 'arm64')).toEqual({ os: 'linux', architecture: 'arm64' })
  })

  it.each([
    ['darwin', 'arm64'],
    ['linux', 'ia32'],
  ])('is refused on %s %s with what to do, instead of an image that does not start', (os, cpu) => {
    expect(() => runtimePlatform(os, cpu)).toThrow(/build it on Linux \(x64 or arm64\), not /)
  })
})

describe('Node’s flags', () => {
  const flags = runtimeConfig.Entrypoint.filter(arg => arg.startsWith('--'))

  it('leave usable what Node brings compiled of itself, or a new pod would compile all of HTTP/2 before its first answer', () => {
    const tagUnder = (given: readonly string[]) =>
      execFileSync(nodeProgram, [...given, '-p', 'v8.cachedDataVersionTag()'], { encoding: 'utf8' })
    expect(flags).not.toEqual([])
    expect(tagUnder(flags)).toBe(tagUnder([]))
    expect(tagUnder(['--no-maglev'])).not.toBe(tagUnder([]))
  })

  it('have Node read none of the world’s authorities, or a new pod would parse all of them before it trusts Crossplane’s', () => {
    const authoritiesUnder = (given: readonly string[]) =>
      Number(
        execFileSync(nodeProgram, [...given, '-p', 'tls.getCACertificates().length'], { env: {}, encoding: 'utf8' }),
      )
    expect(authoritiesUnder([])).toBeGreaterThan(100)
    expect(authoritiesUnder(flags)).toBe(0)
  })
})
