import { qualified } from '../../../apis/group.ts'
import { refuse, type Refusal } from '../../runtime/errors.ts'
import { isObject } from '../../runtime/json.ts'
import type { ResourceSelector } from '../../runtime/protocol.ts'
import { listAt, textAt } from '../../runtime/read.ts'
import type { Readable } from '../../runtime/unread.ts'
import type { Environment } from './environment.ts'
import { podSecurityLabels } from './namespace.ts'

/** The requirement under which the Namespace of the environment's name is fetched. */
export const namespaceRequirement = 'namespace'

/** The label by which whoever owns a Namespace lends it to the environment of that name. */
export const lentTo = qualified('environment')

/** Asks for the Namespace: a new one's name could be somebody's until it is known to be ours; a lent one is looked at every time. */
export const namespaceCheck = ({
  name,
  namespace,
  observed,
}: Environment): readonly (readonly [string, ResourceSelector])[] =>
  namespace.mode === 'Create' && observed.composed('namespace')
    ? []
    : [[namespaceRequirement, { apiVersion: 'v1', kind: 'Namespace', matchName: name }]]

/** What is wrong with the Namespace that is there. */
export const namespaceRefusals = (environment: Environment): readonly Refusal[] => {
  const [found] = environment.observed.required(namespaceRequirement) ?? []
  if (environment.namespace.mode === 'Existing') return lentRefusals(environment, found)
  if (environment.observed.composed('namespace') || !found || isEnding(found)) return []
  return isOwnedBy(found, environment.claim.uid) ? [] : [taken(environment)]
}

/** One of that name that is being deleted is waited for. */
export const isEnding = (namespace: Readable): boolean =>
  textAt(namespace, 'metadata', 'deletionTimestamp') !== undefined

const isOwnedBy = (namespace: Readable, uid: string): boolean =>
  listAt(namespace, 'metadata', 'ownerReferences')
    .filter(isObject)
    .some(reference => reference['uid'] === uid && reference['controller'] === true)

const taken = ({ name }: Environment): Refusal =>
  refuse(
    'NamespaceTaken',
    'metadata.name',
    `the Namespace "${name}" exists and is not this environment's. Choose another name, or make the environment anew with namespace.mode Existing`,
  )

/**
 * Crossplane owns whatever it writes, and deletes it with the environment: so a lent Namespace is only read, and its owner
 * labels it, which is also how we know that we may use it.
 */
const lentRefusals = (environment: Environment, found: Readable | undefined): readonly Refusal[] => {
  const { name, observed } = environment
  if (observed.required(namespaceRequirement) === undefined) return []
  if (!found)
    return [
      refuse('NamespaceNotLent', 'spec.namespace.mode', `there is no Namespace "${name}": make it, or use Create`),
    ]
  const wanted = { [lentTo]: name, ...podSecurityLabels(environment) }
  const missing = Object.entries(wanted).filter(([key, value]) => textAt(found, 'metadata', 'labels', key) !== value)
  if (missing.length === 0) return []
  const labels = missing.map(([key, value]) => `${key}=${value}`).join(' ')
  return [
    refuse(
      'NamespaceNotLent',
      'spec.namespace.mode',
      `the Namespace "${name}" is not labelled for this environment. Its owner has to run: kubectl label namespace ${name} --overwrite ${labels}`,
    ),
  ]
}
