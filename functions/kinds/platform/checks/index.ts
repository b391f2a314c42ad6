import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Refusal } from '../../../runtime/errors.ts'
import { alertChannels } from './alert-channels.ts'
import { environmentTypes } from './environment-types.ts'
import { ingress } from './ingress.ts'
import { machines } from './machines.ts'
import { places } from './places.ts'
import { ranges } from './ranges.ts'
import { schedules } from './schedules.ts'

const checks: readonly ((spec: PlatformSpec) => readonly Refusal[])[] = [
  places,
  machines,
  schedules,
  environmentTypes,
  ranges,
  alertChannels,
  ingress,
]

/** What in a platform's settings contradicts itself, or what is known of the clouds. None of it stops a claim that does not need it. */
export const faults = (spec: PlatformSpec): readonly Refusal[] => checks.flatMap(check => check(spec))
