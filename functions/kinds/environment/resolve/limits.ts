import type { Limits } from '../../../../apis/environment/limits.ts'
import { bytesOf } from '../../../runtime/quantity.ts'
import * as builtIn from '../../../settings/built-in.ts'
import type { Amounts, Environment } from '../environment.ts'

/** The limits of a container; a default of ours gives way where it would be more than what is allowed. */
export const limitsOf = ({
  defaultRequest = {},
  default: byDefault = {},
  max = {},
}: Limits): Environment['limits'] => ({
  defaultRequest: {
    cpu: defaultRequest.cpu ?? least(builtIn.defaultRequest.cpu, byDefault.cpu, max.cpu),
    memory: defaultRequest.memory ?? least(builtIn.defaultRequest.memory, byDefault.memory, max.memory),
  },
  default: amounts(byDefault),
  max: amounts(max),
})

const amounts = ({ cpu, memory }: Amounts): Amounts => ({ ...(cpu && { cpu }), ...(memory && { memory }) })

const least = (first: string, ...others: readonly (string | undefined)[]): string =>
  others.reduce<string>(
    (smallest, other) =>
      other !== undefined && (bytesOf(other) ?? Infinity) < (bytesOf(smallest) ?? Infinity) ? other : smallest,
    first,
  )
