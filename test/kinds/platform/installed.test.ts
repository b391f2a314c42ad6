import { expect, it } from 'vitest'
import type { PlatformSpec } from '../../../apis/platform/schema.ts'
import { notInstalled, schemaChecks } from '../../../functions/kinds/platform/installed.ts'
import { examplePlatform } from '../../harness/files.ts'
import { loadRegistry } from '../../../simulator/schema/registry.ts'
import { observed } from '../../runtime/fixtures.ts'

const everything = examplePlatform()['spec'] as PlatformSpec

it('asks for nothing that is not declared: each schema is sent with every call', () => {
  expect(schemaChecks({})).toEqual([])
  expect(schemaChecks({ providers: { gcp: { project: 'p', regions: [] } } })).toEqual([
    ['providers.gcp', { apiVersion: 'sql.gcp.m.upbound.io/v1beta1', kind: 'DatabaseInstance' }],
  ])
})

it('asks for kinds that are really composed, or what is installed would never be found', () => {
  const { snapshotClassName } = { snapshotClassName: 'csi' }
  const kubernetes = { ...everything.providers?.kubernetes, storage: { snapshotClassName } }
  const asked = schemaChecks({ ...everything, providers: { ...everything.providers, kubernetes } })
  expect(asked).toHaveLength(13)
  const unknown = asked.filter(([, { apiVersion, kind }]) => !loadRegistry().has(`${apiVersion} ${kind}`))
  expect(unknown).toEqual([])
})

it('asks for what an implementation brings only where that is declared', () => {
  const asked = (implementation: 'EnvoyGateway' | 'Istio') =>
    schemaChecks({
      providers: {
        kubernetes: { ingress: { api: 'GatewayAPI', implementation, gateway: { name: 'g', namespace: 'g' } } },
      },
    }).map(([, { kind }]) => kind)
  expect(asked('Istio')).toEqual(['HTTPRoute'])
  expect(asked('EnvoyGateway')).toEqual(['HTTPRoute', 'SecurityPolicy'])
})

it('says what is missing and what to install, and takes what was not looked at for there', () => {
  const seen = observed({ installed: { 'providers.aws': false, 'providers.gcp': true } })
  expect(notInstalled(everything, seen)).toEqual([
    {
      code: 'NotInstalled',
      path: 'XPlatform/default spec.providers.aws',
      message: 'rds.aws.m.upbound.io/v1beta1 Instance is not in this cluster: install Crossplane’s provider-aws-rds',
    },
  ])
  expect(notInstalled({}, seen)).toEqual([])
})
