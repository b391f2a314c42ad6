import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { bindingRoot } from '../pod/env.ts'

/** Where something of ours is mounted. */
const ours = ['/tmp', bindingRoot]

/** Two things in one place, or one inside another: the one that is mounted later would hide the other. */
export const fileRefusals = ({ files = [], volumes = [] }: ServiceSpec): readonly Refusal[] => {
  const places = [
    ...volumes.map(({ name, mountPath }) => ({ path: `spec.volumes[${name}].mountPath`, at: mountPath })),
    ...files.map(({ path }) => ({ path: `spec.files[${JSON.stringify(path)}].path`, at: path })),
  ]
  return places.flatMap(({ path, at }, index) => {
    const own = ours.find(place => inside(at, place))
    if (own !== undefined) return [refuse('InvalidCombination', path, `${own} is there already, and can be written to`)]
    const other = places.slice(0, index).find(before => inside(at, before.at) || inside(before.at, at))
    return other
      ? [refuse('InvalidCombination', path, `${at} and ${other.at} hide each other: one is inside the other`)]
      : []
  })
}

const inside = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)
