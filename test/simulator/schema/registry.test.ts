import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../functions/runtime/json.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { loadRegistry, registryKey } from '../../../simulator/schema/registry.ts'
import type { KindSchema, Rule, Structural } from '../../../simulator/schema/structural.ts'
import { checkRules } from '../../../simulator/schema/rules.ts'
import { validate } from '../../../simulator/schema/validate.ts'
import { databaseClaim, platform } from '../../harness/claims.ts'
import { root } from '../../../packages/root.ts'

const registry = loadRegistry()
const kind = (apiVersion: string, name: string): KindSchema | undefined => registry.get(registryKey(apiVersion, name))
const ours = 'platform.roadbed.dev/v1alpha1'
const database = kind(ours, 'XDatabase')

const faultsOf = (object: JsonObject) =>
  validate(object, kind(ours, textAt(object, 'kind') ?? '')?.schema ?? {}).map(
    ({ path, message }) => `${path}: ${message}`,
  )

/** Every CEL rule of a schema. */
const rulesOf = (schema: Structural): readonly Rule[] => [
  ...(schema['x-kubernetes-validations'] ?? []),
  ...[...Object.values(schema.properties ?? {}), schema.items ?? {}, schema.additionalProperties ?? {}]
    .filter(each => Object.keys(each).length > 0)
    .flatMap(rulesOf),
]

describe('the kinds that the simulated API server serves', () => {
  it('are read once, or every control plane of a test run reads every schema again', () => {
    expect(loadRegistry()).toBe(registry)
  })

  it('know nothing of a kind that is not installed, or what has no CRD seems to work', () => {
    expect(kind('nope.example.org/v1', 'Nope')).toBeUndefined()
  })

  it('are our own, Kubernetes’ and one for each generated file, or a composed kind is unknown here', () => {
    const folder = join(root, 'simulator/generated')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.json'))
    expect(files.length).toBeGreaterThan(20)
    for (const file of files) {
      const {
        apiVersion,
        kind: name,
        plural,
        scope,
      } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as KindSchema
      expect({ file, ...kind(apiVersion, name) }).toMatchObject({ file, plural, scope })
    }
    expect(database).toMatchObject({ plural: 'xdatabases', scope: 'Namespaced' })
    expect(kind(ours, 'XPlatform')).toMatchObject({ plural: 'xplatforms', scope: 'Cluster' })
    expect(kind('v1', 'Secret')).toMatchObject({ plural: 'secrets' })
  })

  it.each([...registry.keys()])(
    'have a schema for %s that compiles and is closed, or a misspelt field reaches a cluster',
    name => {
      const schema = registry.get(name)?.schema ?? {}
      const faults = validate({ metadata: {}, nope: 1 }, schema)
      expect(faults.filter(({ misfit }) => misfit)).toEqual([
        { path: 'nope', message: expect.stringMatching(/^unknown field/) as Json, misfit: true },
      ])
    },
  )

  it.each([...registry.keys()])(
    'have rules for %s that our evaluator can read, or the first object of that kind ends in a crash',
    name => {
      for (const rule of rulesOf(registry.get(name)?.schema ?? {})) {
        try {
          checkRules({}, {}, { 'x-kubernetes-validations': [rule] })
        } catch (error) {
          // It may stumble over the empty object, not over the rule's text.
          expect({ rule: rule.rule, error: (error as Error).name }).toEqual({
            rule: rule.rule,
            error: 'EvaluationError',
          })
        }
      }
    },
  )
})

describe('what Crossplane adds to our definitions', () => {
  it('requires a spec, as it does to the CRD that it makes', () => {
    const { spec: _spec, ...without } = databaseClaim()
    expect(faultsOf(without)).toEqual(['spec: required'])
  })

  it('takes spec.crossplane and refuses what is not in it, or a claim can’t be pinned to a Composition', () => {
    const crossplane = { compositionRef: { name: 'database-aws' }, compositionUpdatePolicy: 'Manual' }
    expect(faultsOf(databaseClaim({ crossplane }))).toEqual([])
    expect(faultsOf(databaseClaim({ crossplane: { compositionUpdatePolicy: 'Never' } }))).toEqual([
      'spec.crossplane.compositionUpdatePolicy: "Never" is not one of Automatic, Manual',
    ])
    expect(faultsOf(databaseClaim({ crossplane: { compositonRef: {} } }))).toEqual([
      'spec.crossplane.compositonRef: unknown field; did you mean compositionRef?',
    ])
  })

  it('has a namespace in the references of a cluster-scoped composite alone, as core writes them', () => {
    const crossplane = { resourceRefs: [{ apiVersion: 'v1', kind: 'Secret', name: 's', namespace: 'team-a' }] }
    expect(faultsOf(platform({ crossplane }))).toEqual([])
    expect(faultsOf(databaseClaim({ crossplane }))).toEqual([
      expect.stringMatching(/^spec\.crossplane\.resourceRefs\[0\]\.namespace: unknown field/),
    ])
  })

  it('checks conditions as Kubernetes does beside our own status, or a condition without a time passes', () => {
    const conditions = [{ type: 'Ready', status: 'True', reason: 'Available' }]
    expect(faultsOf({ ...databaseClaim(), status: { engineVersion: '17.6', conditions } })).toEqual([
      'status.conditions[0].lastTransitionTime: required',
    ])
    expect(database?.schema.properties?.['status']?.properties?.['conditions']).toMatchObject({
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['type'],
    })
  })
})
