import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'

/** The names that the pod's own container and its jobs have. */
const ours = new Set(['service', 'job'])

export const containerRefusals = ({ additionalContainers = [] }: ServiceSpec): readonly Refusal[] =>
  additionalContainers
    .filter(({ name }) => ours.has(name))
    .map(({ name }) =>
      refuse(
        'InvalidClaim',
        `spec.additionalContainers[${name}].name`,
        `"${name}" is the service's own container: choose another`,
      ),
    )
