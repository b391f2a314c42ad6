import type { Access } from '../../../../apis/environment/access.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'

const accountName = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/

/** What of the access can't be granted as it stands. */
export const accessRefusals = (access: readonly Access[]): readonly Refusal[] =>
  access.flatMap(({ name, subject }) => {
    const path = `spec.access[${name}].subject`
    if (subject.kind === 'ServiceAccount')
      return accountName.test(subject.name)
        ? []
        : [refuse('InvalidClaim', `${path}.name`, `"${subject.name}" is no name of a ServiceAccount`)]
    return [
      ...(subject.namespace === undefined
        ? []
        : [refuse('InvalidClaim', `${path}.namespace`, `a ${subject.kind} has no namespace: leave it out`)]),
      ...(subject.name.startsWith('system:')
        ? [
            refuse(
              'InvalidClaim',
              `${path}.name`,
              `"${subject.name}" belongs to Kubernetes: name a ${subject.kind} of yours`,
            ),
          ]
        : []),
    ]
  })
