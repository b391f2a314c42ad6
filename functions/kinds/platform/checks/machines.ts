import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { machineFault } from '../../../settings/machines.ts'
import { platformPath } from '../../../settings/platform.ts'

const fields = [
  ['AWS', 'aws'],
  ['GCP', 'gcp'],
  ['Azure', 'azure'],
] as const

/** Sizes that name machines which their cloud has not. */
export const machines = ({ classes = {} }: PlatformSpec): readonly Refusal[] =>
  (classes.sizes ?? []).flatMap(size =>
    fields.flatMap(([provider, field]) => {
      const machine = size[field]
      const fault = machine === undefined ? undefined : machineFault(provider, machine)
      return fault === undefined
        ? []
        : [refuse('UnknownMachine', `${platformPath}.classes.sizes[${size.name}].${field}`, fault)]
    }),
  )
