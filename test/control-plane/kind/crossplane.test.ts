import { expect, it } from 'vitest'
import { helmArguments } from '../../../control-plane/kind/crossplane.ts'

const told = (pace: number, chart?: string) =>
  helmArguments({ kubeconfig: '/k' }, { crossplane: 'v2.4.0', pace }, chart).join(' ')

it('installs the published chart of the version that is asked for, as Crossplane’s documentation does', () => {
  expect(told(1)).toContain(
    'upgrade --install crossplane crossplane --repo https://charts.crossplane.io/stable --version 2.4.0 --namespace crossplane-system',
  )
  expect(told(1)).toContain('--set image.tag=v2.4.0')
})

it('installs a chart from a folder where charts can’t be fetched', () => {
  expect(told(1, './chart')).toContain('upgrade --install crossplane ./chart --namespace')
  expect(told(1, './chart')).not.toContain('--repo')
})

it('lets the circuit breaker live as fast as the providers, and has Crossplane’s own at their real pace', () => {
  expect(told(1)).toContain('--set-json args=[] ')
  expect(told(0.02)).toContain('args=["--circuit-breaker-refill-rate=50","--circuit-breaker-cooldown=6s"]')
})
