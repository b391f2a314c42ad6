import type { DatabaseSpec } from '../../../../apis/database/schema.ts'
import { originsOf, type Origin, type Setting } from '../../../settings/setting.ts'
import type { Decision } from '../decide.ts'
import type { Chosen } from './chosen.ts'

/** Who decided each value of `status.effective`, of the placement and of the backups. */
export const originsFor = (
  { state, storage, encryption, network }: DatabaseSpec,
  { place, settings, backup, asleep }: Chosen,
): Readonly<Record<string, Origin>> => {
  const { environment, size, version, availability, policy, protection } = settings
  return originsOf({
    'placement.provider': place.from.provider,
    'placement.region': place.from.region.value === undefined ? undefined : place.from.region,
    environment,
    version,
    size,
    availability,
    state: state === 'Stopped' || !asleep ? own(state, 'built in') : own(undefined, 'environment'),
    'storage.size': own(storage?.size, size.from),
    'encryption.atRest': own(encryption?.atRest, 'built in'),
    'encryption.inTransit': own(encryption?.inTransit, 'built in'),
    'network.exposure': own(network?.exposure, 'built in'),
    'backup.policy': backup.policy,
    'deletion.policy': policy,
    'deletion.protection': protection,
  })
}

/** The claim's, where it says something. */
const own = (value: string | undefined, otherwise: Origin): Setting<string | undefined> => ({
  value,
  from: value === undefined ? otherwise : 'claim',
})

/** A size that has become the default after the database was made is told, and changes nothing: it would restart it. */
export const staysAsItIs = ({ settings: { size } }: Chosen): Decision<string> => ({
  value: size.value,
  ...(size.from === 'existing' && {
    deviations: [
      {
        field: 'spec.size',
        reason: `another size is the default by now; it stays ${size.value} until the claim names one`,
      },
    ],
  }),
})
