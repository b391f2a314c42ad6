import { textAt } from '../../functions/runtime/read.ts'
import { conditionsOf } from '../core/conditions.ts'
import type { Actor, World } from './actor.ts'
import { withStatus } from './object.ts'

/** Crossplane's own controller for Usages: it marks them available. */
export const usages = ({ api }: World): Actor => ({
  next: object => {
    const [version, kind] = [object['apiVersion'], textAt(object, 'kind') ?? '']
    if (version !== 'protection.crossplane.io/v1beta1' || !kind.endsWith('Usage')) return undefined
    if (
      conditionsOf(object).some(condition => condition['type'] === 'Ready') ||
      textAt(object, 'metadata', 'deletionTimestamp')
    )
      return undefined
    const available = { type: 'Ready', status: 'True', reason: 'Available', message: '' } as const
    return { seconds: 1, run: () => api.update(withStatus(object, [available], api.time()), 'crossplane usage') }
  },
})
