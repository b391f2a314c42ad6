import { describe, expect, it } from 'vitest'
import { convert, dialectOf, dialects } from '../../../cli/convert/convert.ts'
import { sortClaims } from '../../../cli/input/claims.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt } from '../../../functions/runtime/read.ts'
import { readYaml } from '../../harness/files.ts'
import { convergeClaim } from '../../harness/plane.ts'
import { providers } from '../../../apis/blocks/placement.ts'

const converted = (source: JsonObject) => {
  const dialect = dialectOf(source)
  if (!dialect) throw new Error('no dialect')
  return convert(source, dialect)
}
const [service, application] = ['service', 'application'].map(name => readYaml(`examples/convert/${name}.yaml`))
const inNamespace = (claim: JsonObject): JsonObject => ({
  ...claim,
  metadata: { namespace: 'team-a', ...objectAt(claim, 'metadata') },
})

describe.each([
  ['Service', service ?? {}],
  ['Application', application ?? {}],
])('the manifest of %s in the articles', (_kind, source) => {
  const { claim, fields } = converted(source)

  it('becomes a claim that the API server takes', () => {
    const { claims, problems } = sortClaims([{ file: 'a.yaml', object: claim, lineOf: () => 1 }])
    expect([claims.length, problems]).toEqual([1, []])
  })

  it.each(providers)('becomes a service that is Ready, with its databases on %s', async provider => {
    const { convergence } = await convergeClaim(inNamespace(claim), { provider })
    expect(convergence.outcome).toBe('ready')
  })

  it('has every field told of, or somebody believes that it does something', () => {
    expect(fields.filter(({ told }) => told === '')).toEqual([])
    expect(fields.filter(({ told }) => told.startsWith('no such field'))).toEqual([])
  })
})

describe('a field', () => {
  it('that nobody knows is told, and dropped', () => {
    const { claim, fields } = converted({ ...service, spec: { sidecars: 'many' } })
    expect(fields.at(-1)).toMatchObject({ from: 'spec.sidecars', became: 'not mapped' })
    expect(claim).not.toHaveProperty('spec.sidecars')
  })

  it('that another one overrules is told so', () => {
    const { fields } = converted(application ?? {})
    expect(fields.find(({ from }) => from === 'spec.deployment.replicas')).toEqual({
      from: 'spec.deployment.replicas',
      became: 'not mapped',
      told: 'autoscaling.min_replicas says how many there are at least',
    })
  })

  it('whose value can’t be had is told with what can', () => {
    const { fields } = converted({ ...service, spec: { database: { type: 'oracle' } } })
    expect(fields.at(-1)?.told).toBe('there is no engine "oracle" here yet; there is Postgres')
  })

  it.each(['metadata.team', 'spec.compliance.pci', 'spec.networking.ingress[0].domain'])(
    '%s is where it should be',
    from => {
      const { fields } = converted(service ?? {})
      const told = { 'metadata.team': 'spec.team', 'spec.compliance.pci': 'spec.compliance.profiles' }[from] ?? from
      expect(fields.find(field => field.from === from)).toMatchObject({ became: 'mapped', told })
    },
  )
})

it('reads no kind that it does not know, or a foreign object becomes a service', () => {
  expect(dialectOf({ apiVersion: 'v1', kind: 'Service' })).toBeUndefined()
  expect(dialectOf({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' })).toBeUndefined()
  expect(dialects.map(({ kind }) => kind)).toEqual(['Service', 'Application'])
})
