import { isFalse, isTrue } from '../../runtime/conditions.ts'
import type { Condition } from '../../runtime/protocol.ts'
import type { Settled } from '../../runtime/settle.ts'
import { missing } from './binding.ts'
import { held } from './held.ts'
import type { Service } from './service.ts'

export const BindingsReady = 'BindingsReady'
export const RolledOut = 'RolledOut'

export const conditionsOf = (service: Service, settled: readonly Settled[]): readonly Condition[] => [
  bindingsReady(service),
  rolledOut(service, settled),
]

const bindingsReady = ({ bindings, observed }: Service): Condition => {
  const waits = bindings.flatMap(binding => {
    const why = missing(binding, observed)
    return why === undefined ? [] : [`${binding.name}: ${why}`]
  })
  return waits.length === 0
    ? isTrue(BindingsReady, bindings.length === 0 ? 'NothingBound' : 'AllBound')
    : isFalse(BindingsReady, 'Waiting', waits.join('; '))
}

/** Whether the version that is asked for is the one that runs; else why not, and that the old one goes on. */
const rolledOut = (service: Service, settled: readonly Settled[]): Condition => {
  const { image, observed, suspended } = service
  const reason = held(service)
  if (reason) {
    const old = observed.composed('deployment') ? '. The version before goes on' : ''
    return isFalse(RolledOut, reason.reason, `${reason.on}: ${reason.why}${old}`)
  }
  const { ready, message } = settled.find(({ key }) => key === 'deployment') ?? { ready: false, message: 'not planned' }
  if (!ready) return isFalse(RolledOut, 'RollingOut', message)
  return suspended
    ? isTrue(RolledOut, 'Suspended', 'no pods, as long as the service or its environment is suspended')
    : isTrue(RolledOut, 'AllPods', image)
}
