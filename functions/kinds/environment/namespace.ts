import { qualified } from '../../../apis/group.ts'
import { Namespace } from '../../generated/core/namespace.ts'
import { absent, waiting, type Entry, type ReadinessCheck } from '../../runtime/plan.ts'
import { textAt } from '../../runtime/read.ts'
import { clusterObject } from '../composed.ts'
import type { Environment } from './environment.ts'
import { isEnding, namespaceRequirement } from './namespace-check.ts'

/** The Namespace. Its name is fixed, so it is made only once it is known that nobody else has one of that name. */
export const namespace = (environment: Environment): Entry => {
  const { claim, name, displayName, observed } = environment
  const { mode, labels, annotations } = environment.namespace
  if (mode === 'Existing') return absent('the Namespace is somebody else’s')
  const [found] = observed.required(namespaceRequirement) ?? []
  if (!observed.composed('namespace')) {
    if (observed.required(namespaceRequirement) === undefined)
      return waiting('its name', 'whether the Namespace’s name is free is not known yet')
    if (found && isEnding(found)) return waiting('its name', 'another Namespace of that name is still being deleted')
  }
  return clusterObject(
    claim,
    'namespace',
    Namespace,
    {},
    {
      name,
      labels: { ...labels, ...podSecurityLabels(environment) },
      annotations: { ...annotations, ...(displayName && { [qualified('display-name')]: displayName }) },
      readiness: whenActive,
    },
  )
}

const whenActive: ReadinessCheck = object =>
  textAt(object, 'status', 'phase') === 'Active' ? { ready: true } : { ready: false, message: 'being deleted' }

/** Modes from the strictest on: one that refuses pods also warns and records. */
const modes = { Enforce: ['enforce', 'warn', 'audit'], Warn: ['warn', 'audit'], Audit: ['audit'] } as const

/** Kubernetes' own labels for what pods may do. */
export const podSecurityLabels = ({ settings: { level, mode } }: Environment): Readonly<Record<string, string>> =>
  Object.fromEntries(
    modes[mode.value].map(name => [`pod-security.kubernetes.io/${name}`, level.value.toLowerCase()] as const),
  )
