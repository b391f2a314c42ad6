import { waiting, type Entry } from '../../runtime/plan.ts'
import { partAt } from '../../runtime/read.ts'
import { claimOf } from '../claims.ts'
import { object } from '../composed.ts'
import { nameKnown } from '../fixed-name.ts'
import { whenClaimReady } from '../readiness.ts'
import type { Binding } from './binding.ts'
import { fixedNames } from './names.ts'
import type { Service } from './service.ts'

/** What is made with the service for it to bind to: a claim like any other, open to the service and to nobody else. */
export const made = (service: Service, { key, kind, claimName, spec, asked }: Binding): Entry => {
  const { claim, observed, placement } = service
  const fixed = fixedNames(service).claims.find(name => name.key === key)
  if (key === undefined || !fixed || !nameKnown(observed, fixed))
    return waiting('its name', `whether the ${kind}’s name is free is not known yet`)
  const existing = observed.composed(key)?.resource
  return object(
    claim,
    key,
    claimOf(kind),
    {
      spec: {
        ...asked(spec, existing && partAt(existing, 'spec')),
        network: { allowedServices: [{ name: claim.name }] },
        ...(placement && { placement: { ...placement } }),
      },
    },
    { name: claimName, readiness: whenClaimReady },
  )
}
