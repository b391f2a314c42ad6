import type { Provider } from '../../apis/blocks/placement.ts'
import type { Size } from '../../apis/platform/classes.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../runtime/errors.ts'
import { mebibytes, bytesOf } from '../runtime/quantity.ts'
import { ok, refused, type Outcome } from '../runtime/result.ts'
import * as builtIn from './built-in.ts'
import { platformPath } from './platform.ts'

/** A size class, with the machine that it is on the claim's provider. */
export interface ResolvedSize {
  readonly name: string
  /** Kubernetes quantities. */
  readonly cpu: string
  readonly memory: string
  readonly storage: string
  /** The cloud's name of the machine; `undefined` on Kubernetes, which needs none. */
  readonly machine: string | undefined
}

/** The size classes of a platform: its own, then the built-in ones that it does not replace. */
export const sizesOf = ({ classes = {} }: PlatformSpec): readonly Size[] => {
  const own = classes.sizes ?? []
  return [...builtIn.sizes.filter(({ name }) => !own.some(size => size.name === name)), ...own]
}

/** A class that nobody knows. None that is asked for is known. */
export const unknownSize = (name: string | undefined, path: string, platform: PlatformSpec): readonly Refusal[] => {
  const all = sizesOf(platform).map(size => size.name)
  return name === undefined || all.includes(name)
    ? []
    : [refuse('UnknownSize', path, `there is no size "${name}"; there are ${all.join(', ')}`)]
}

/** @param path where the name stands that is asked for */
export const sizeOf = (
  name: string,
  provider: Provider,
  platform: PlatformSpec,
  path = 'spec.size',
): Outcome<ResolvedSize> => {
  const size = sizesOf(platform).find(candidate => candidate.name === name)
  if (!size) return refused(...unknownSize(name, path, platform))
  const machine = machineOf(size, provider)
  if (provider !== 'Kubernetes' && !machine) {
    const field = `${platformPath}.classes.sizes[${name}].${provider.toLowerCase()}`
    return refused(refuse('MissingPlatformFact', field, `the size "${name}" names no machine for ${provider}`))
  }
  return ok({ name, cpu: size.cpu, memory: size.memory, storage: size.storage ?? '20Gi', machine })
}

const machineOf = (size: Size, provider: Provider): string | undefined => {
  switch (provider) {
    case 'AWS':
      return size.aws
    case 'GCP':
      return size.gcp ?? customTier(size)
    case 'Azure':
      return size.azure
    case 'Kubernetes':
      return undefined
  }
}

/**
 * Cloud SQL makes a machine to measure: `db-custom-<cpus>-<MiB>`, one CPU or an even number, 0.9 to 6.5 GiB for each and
 * at least 3.75 GiB in all, in steps of 256 MiB (Cloud SQL documentation, “Machine types”). Never less than was asked for.
 */
const customTier = ({ cpu, memory }: Size): string => {
  const wanted = Math.max(3840, mebibytes(memory))
  const whole = Math.max(1, Math.ceil(bytesOf(cpu) ?? 1), Math.ceil(wanted / (6.5 * 1024)))
  const cpus = whole === 1 ? 1 : whole + (whole % 2)
  const megabytes = Math.ceil(Math.max(wanted, cpus * 0.9 * 1024) / 256) * 256
  return `db-custom-${cpus}-${megabytes}`
}
