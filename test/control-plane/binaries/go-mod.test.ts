import { describe, expect, it } from 'vitest'
import { goMod, stagingReplacements } from '../../../control-plane/binaries/go-mod.ts'

const upstream = `module k8s.io/kubernetes

go 1.25.0

godebug default=go1.25

require (
\tk8s.io/api v0.0.0
\tk8s.io/utils v0.0.0-20251002143259-bc988d571ff4
)

replace (
\tk8s.io/api => ./staging/src/k8s.io/api
\tk8s.io/apimachinery => ./staging/src/k8s.io/apimachinery
)
`

describe('goMod', () => {
  it('repeats the language version and godebug lines, or Kubernetes behaves otherwise than its release', () => {
    expect(goMod({ 'k8s.io/kubernetes': 'v1.35.4' }, upstream).split('\n').slice(1, 3)).toEqual([
      'go 1.25.0',
      'godebug default=go1.25',
    ])
  })

  it('asks for exact versions, because a module proxy may refuse to list them', () => {
    expect(goMod({ 'k8s.io/kubernetes': 'v1.35.4' }, upstream)).toContain('\tk8s.io/kubernetes v1.35.4\n')
  })
})

describe('stagingReplacements', () => {
  it('replaces every staging module by its published version, or Kubernetes can’t be built', () => {
    expect(stagingReplacements(upstream, 'v1.35.4')).toEqual({
      'k8s.io/api': 'v0.35.4',
      'k8s.io/apimachinery': 'v0.35.4',
    })
  })

  it('refuses a go.mod without them instead of building something else', () => {
    expect(() => stagingReplacements('module x\n', 'v1.35.4')).toThrow('not laid out as expected')
  })
})
