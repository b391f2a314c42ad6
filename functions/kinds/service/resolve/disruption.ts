import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import type { Scale } from '../service.ts'

/** A budget that lets no pod go: a node with one of them could never be maintained. */
export const disruptionRefusals = ({ disruption = {} }: ServiceSpec, { min }: Scale): readonly Refusal[] => {
  const { minAvailable, maxUnavailable } = disruption
  const stuck = (path: string, value: string) =>
    refuse(
      'InvalidCombination',
      `spec.disruption.${path}`,
      `${value} of ${min} pods: no node could ever be maintained. Let one go`,
    )
  return [
    ...(minAvailable !== undefined && min > 1 && atLeast(minAvailable, min) >= min
      ? [stuck('minAvailable', minAvailable)]
      : []),
    ...(maxUnavailable !== undefined && /^0%?$/.test(maxUnavailable) ? [stuck('maxUnavailable', maxUnavailable)] : []),
  ]
}

/** Kubernetes rounds a share up. */
const atLeast = (amount: string, of: number): number =>
  amount.endsWith('%') ? Math.ceil((of * Number(amount.slice(0, -1))) / 100) : Number(amount)
