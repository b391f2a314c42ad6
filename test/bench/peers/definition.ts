import type { RunFunctionRequest, RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import type { Json, JsonObject } from '../../../functions/runtime/json.ts'
import { at, listAt, objectAt, textAt } from '../../../functions/runtime/read.ts'
import { sizeLabel } from '../workload/claim.ts'
import { hashAnnotation } from '../workload/rename.ts'
import { templateOf, type Path, type Source, type Template } from './template.ts'

/** What every peer has to compose for the claims of one size: made from what our function composes. */
export interface Definition {
  readonly size: string
  readonly resources: readonly ResourceDefinition[]
  /** Fields of the claim's status that are read from observed resources. */
  readonly status: readonly StatusField[]
}

export interface ResourceDefinition {
  readonly key: string
  readonly template: Template
  /** Whether its condition Ready has to be True, or it is ready as soon as it exists. */
  readonly ready: 'condition' | 'observed'
}

export interface StatusField {
  /** In the claim, from `status` on. */
  readonly to: readonly string[]
  /** The observed resource, and where in it. */
  readonly key: string
  readonly from: readonly string[]
}

/** The definition from a call at rest: request and our answer. */
export const definitionOf = ({ observed }: RunFunctionRequest, answer: RunFunctionResponse): Definition => {
  const claim: JsonObject = observed?.composite?.resource ?? {}
  const sources = sourcesOf(claim)
  const resources = Object.entries(answer.desired?.resources ?? {}).map(([key, { resource }]): ResourceDefinition => {
    const existing: JsonObject = observed?.resources[key]?.resource ?? {}
    const conditions = listAt(existing, 'status', 'conditions').map(condition => textAt(condition, 'type'))
    return {
      key,
      template: templateOf(resource ?? {}, sources),
      ready: conditions.includes('Ready') ? 'condition' : 'observed',
    }
  })
  const size = textAt(claim, 'metadata', 'labels', sizeLabel) ?? ''
  return { size, resources, status: statusOf(resources.map(({ key }) => key)) }
}

const sourcesOf = (claim: JsonObject): readonly Source[] => {
  const spec = at(claim, 'spec', 'database') === undefined ? ['spec'] : ['spec', 'database']
  const hashes = Object.keys(objectAt(claim, 'metadata', 'annotations')).filter(name => name.startsWith(hashAnnotation))
  const wanted: readonly (readonly [Path, Source['in']])[] = [
    [['metadata', 'name'], 'within'],
    [['metadata', 'namespace'], 'within'],
    ...hashes.map((name): readonly [Path, Source['in']] => [['metadata', 'annotations', name], 'within']),
    [
      ['metadata', 'labels', 'platform.roadbed.dev/team'],
      ['platform.roadbed.dev/team', 'team'],
    ],
    [[...spec, 'version'], ['engineVersion']],
    [[...spec, 'placement', 'region'], ['region']],
    [[...spec, 'backup', 'retentionDays'], ['backupRetentionPeriod']],
    [[...spec, 'databases', 0, 'name'], ['dbName']],
  ]
  return wanted.map(([path, into]) => {
    const value = valueAt(claim, path)
    if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`the claim has no ${path.join('.')}`)
    return { path, value, in: into }
  })
}

const valueAt = (value: Json, path: Path): Json | undefined =>
  path.reduce<Json | undefined>(
    (found, step) => (typeof step === 'number' ? listAt(found)[step] : at(found, step)),
    value,
  )

/** As far as every peer can: patch-and-transform copies single fields of observed resources. */
const statusOf = (keys: readonly string[]): readonly StatusField[] =>
  keys
    .filter(key => /(^|-)instance$/.test(key))
    .flatMap(key => {
      const [member = ''] = /^d\d+(?=-)/.exec(key) ?? []
      const status = member === '' ? ['status'] : ['status', 'databases', member]
      return [
        { to: [...status, 'engineVersion'], key, from: ['status', 'atProvider', 'engineVersionActual'] },
        { to: [...status, 'endpoint', 'host'], key, from: ['status', 'atProvider', 'address'] },
      ]
    })
