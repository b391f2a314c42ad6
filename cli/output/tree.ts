import pc from 'picocolors'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { isObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import { composedObjects, type Rendered } from '../render/session.ts'
import { columns } from './columns.ts'
import { duration } from './duration.ts'

/** A claim as a tree: what it is made of, how to connect, what its conditions say, what it took. */
export const asTree = (rendered: Rendered, realSeconds: number): string => {
  const { convergence } = rendered
  if (!convergence) return ''
  const { composite, outcome, passes, calls, seconds } = convergence
  const place = [
    textAt(composite, 'status', 'placement', 'provider'),
    textAt(composite, 'status', 'placement', 'region'),
  ]
    .filter(Boolean)
    .join(' ')
  const took = `${passes} passes, ${calls} calls, ${duration(seconds)} simulated, ${realSeconds.toFixed(1)} s real`
  return [
    `${pc.bold(`${textAt(composite, 'kind')}/${rendered.ref.name}`)}${place && ` on ${pc.bold(place)}`}: ${outcomes[outcome]} ${pc.dim(`(${took})`)}`,
    ...resources(rendered),
    ...section('connection', connection(rendered)),
    ...section('conditions', conditions(composite)),
    ...section('deviations', deviations(composite)),
    '',
  ].join('\n')
}

const outcomes = { ready: pc.green('Ready'), refused: pc.red('refused'), unsettled: pc.yellow('not ready') }

const section = (title: string, rows: readonly string[]): readonly string[] =>
  rows.length === 0 ? [] : [`   ${pc.underline(title)}`, ...rows.map(row => `     ${row}`)]

/** What a claim is made of, and below a claim that is part of it what that is made of. */
const resources = ({ convergence, plane }: Rendered): readonly string[] => {
  const rowsOf = (claim: JsonObject, indent: string): readonly (readonly string[])[] => {
    const uid = textAt(claim, 'metadata', 'uid')
    const made = new Map(
      plane.api
        .list()
        .filter(object => listAt(object, 'metadata', 'ownerReferences').some(owner => textAt(owner, 'uid') === uid))
        .map(object => [textAt(object, 'metadata', 'annotations', resourceName), object] as const),
    )
    const listed = listAt(claim, 'status', 'resources').filter(isObject)
    return listed.flatMap((resource, index) => {
      const object = made.get(textAt(resource, 'key'))
      const last = index === listed.length - 1
      return [
        row(resource, object, `${indent}${last ? '└─' : '├─'} `),
        ...(object ? rowsOf(object, `${indent}${last ? '   ' : '│  '}`) : []),
      ]
    })
  }
  return columns(rowsOf(convergence?.composite ?? {}, ''))
}

const resourceName = 'crossplane.io/composition-resource-name'

const row = (resource: JsonObject, object: JsonObject | undefined, branch: string): readonly string[] => {
  const name = textAt(object, 'metadata', 'name') ?? ''
  const external = textAt(object, 'metadata', 'annotations', 'crossplane.io/external-name')
  const state = resource['ready'] === 'True' ? pc.green('ready') : pc.yellow(textAt(resource, 'message') ?? 'not ready')
  return [
    `${branch}${pc.bold(textAt(resource, 'key') ?? '')}`,
    textAt(resource, 'kind') ?? '',
    external === undefined || external === name ? name : `${name} ${pc.dim(`→ ${external}`)}`,
    state,
  ]
}

const connection = (rendered: Rendered): readonly string[] => {
  const name = textAt(rendered.convergence?.composite, 'status', 'binding', 'name')
  const secret = composedObjects(rendered).find(
    object => object['kind'] === 'Secret' && textAt(object, 'metadata', 'name') === name,
  )
  return secret ? [`Secret ${pc.bold(name ?? '')}: ${Object.keys(objectAt(secret, 'data')).toSorted().join(', ')}`] : []
}

const conditions = (composite: JsonObject): readonly string[] =>
  columns(
    conditionsOf(composite).map(condition => [
      textAt(condition, 'type') ?? '',
      condition['status'] === 'True' ? pc.green('True') : pc.yellow(textAt(condition, 'status') ?? ''),
      textAt(condition, 'reason') ?? '',
      pc.dim((textAt(condition, 'message') ?? '').split('\n')[0] ?? ''),
    ]),
  )

const deviations = (composite: JsonObject): readonly string[] =>
  listAt(composite, 'status', 'deviations')
    .filter(isObject)
    .map(deviation => `${textAt(deviation, 'field')}: ${textAt(deviation, 'reason')}`)
