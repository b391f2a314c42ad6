import { numberAt, textAt } from '../../functions/runtime/read.ts'
import type { Actor, World } from './actor.ts'
import { conditionsOf } from '../core/conditions.ts'
import { certificate } from './certificate.ts'
import { withStatus, writeSecret } from './object.ts'

/** The kind that cert-manager acts on. */
export const certificateKinds = [{ apiVersion: 'cert-manager.io/v1', kind: 'Certificate' }] as const

/** cert-manager: it issues, and keeps what it has issued in a Secret. */
export const certManager = (world: World): Actor => ({
  next: object => {
    if (object['apiVersion'] !== certificateKinds[0].apiVersion || object['kind'] !== 'Certificate') return undefined
    if (textAt(object, 'metadata', 'deletionTimestamp')) return undefined
    const { api, faults, slowness } = world
    const fault = faults.find(({ kind }) => kind === 'Certificate')
    const conditions = conditionsOf(object)
    if (fault) {
      if (conditions.some(({ message }) => message === fault.message)) return undefined
      const failed = [
        { type: 'Issuing', status: 'False', reason: 'Failed', message: fault.message },
        {
          type: 'Ready',
          status: 'False',
          reason: 'DoesNotExist',
          message: 'Issuing certificate as Secret does not exist',
        },
      ] as const
      return { seconds: 30 * slowness, run: () => api.update(withStatus(object, failed, api.time()), 'cert-manager') }
    }
    const generation = numberAt(object, 'metadata', 'generation') ?? 1
    const isDone = conditions.some(
      one => one['type'] === 'Ready' && one['status'] === 'True' && one['observedGeneration'] === generation,
    )
    if (isDone) return undefined
    return {
      seconds: 30 * slowness,
      run: () => {
        const secretName = textAt(object, 'spec', 'secretName') ?? ''
        writeSecret(api, object, secretName, { 'tls.crt': certificate, 'tls.key': 'key' }, 'kubernetes.io/tls')
        const ready = { type: 'Ready', status: 'True', reason: 'Ready', message: 'Certificate is up to date' } as const
        const issuing = { type: 'Issuing', status: 'False', reason: 'Issued', message: 'issued' } as const
        api.update(withStatus(object, [ready, issuing], api.time()), 'cert-manager')
      },
    }
  },
})
