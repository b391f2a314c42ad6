import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { platform } from '../../harness/claims.ts'
import { example, examplePlatform } from '../../harness/files.ts'
import { composedOn, pinned, untilConditionOn } from '../objects.ts'
import { cluster } from './plane.ts'

/** A claim that lives as long as the control plane. */
export const settled = pinned(example('database', 'minimal'), 'settled', 'AWS')

export const untilReady = (claim: JsonObject): Promise<void> =>
  untilConditionOn(cluster(), claim, 'Ready', /^True/, 120)

/** Has the platform give every resource on AWS this tag. */
export const tagWith = (costCenter: string): Promise<void> => {
  const spec = objectAt(examplePlatform(), 'spec')
  const aws = { ...objectAt(spec, 'providers', 'aws'), tags: { 'cost-center': costCenter } }
  return cluster().apply(platform({ ...spec, providers: { ...objectAt(spec, 'providers'), aws } }))
}

export const costCenterOf = async (claim: JsonObject): Promise<string | undefined> => {
  const instance = (await composedOn(cluster(), claim)).find(object => textAt(object, 'kind') === 'Instance')
  return textAt(instance, 'spec', 'forProvider', 'tags', 'cost-center')
}
