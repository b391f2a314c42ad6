import { textAt } from '../../functions/runtime/read.ts'
import type { ObjectRef } from '../../simulator/api/object.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import type { Bed } from './plane.ts'

/** In seconds. */
export const hour = 3600
/** The database of that name in the environment `shop`. */
export const orders: ObjectRef = {
  apiVersion: 'platform.roadbed.dev/v1alpha1',
  kind: 'XDatabase',
  name: 'orders',
  namespace: 'shop',
}

export const condition = ({ plane }: Bed, ref: ObjectRef, type: string) =>
  conditionsOf(plane.api.get(ref) ?? {}).find(one => one['type'] === type)
export const stateOf = ({ plane }: Bed, ref: ObjectRef) => textAt(plane.api.get(ref), 'status', 'effective', 'state')

/** What there is of an environment besides itself. */
export const kindsIn = ({ plane }: Bed) =>
  plane.api
    .list()
    .map(({ kind }) => kind)
    .filter(kind => kind !== 'XPlatform' && kind !== 'XEnvironment')

/** An environment and all that depends on it, some hours later. */
export const later = async (made: Bed, ref: ObjectRef, hours: number, ...dependants: readonly ObjectRef[]) => {
  made.plane.advance(hours * hour)
  await made.converge(ref)
  for (const dependant of dependants) await made.converge(dependant)
  return made.converge(ref)
}
