import type { Provider } from '../../../../apis/blocks/placement.ts'
import type { Storage } from '../../../../apis/blocks/storage.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { bytesOf, gibibytes } from '../../../runtime/quantity.ts'
import { asked } from '../../../settings/setting.ts'
import { choices, disks } from '../capabilities.ts'
import type { StorageRequest } from '../database.ts'
import { decideChoice, unsupported, type Decision } from '../decide.ts'
import type { Deviation } from '../../report.ts'

/**
 * The claim's disk, else the one that it has, else its size class's.
 *
 * @param copied the disk that what it is restored from has: a copy needs one at least as large
 */
export const decideStorage = (
  provider: Provider,
  claim: Storage,
  current: string | undefined,
  byClass: string,
  copied?: string,
): Decision<StorageRequest> => {
  const size = claim.size ?? current ?? larger(byClass, copied)
  const type = decideChoice(choices.storageType, provider, asked(claim.type ?? 'SSD'))
  const { least, most = Infinity } = disks[provider]
  const value = {
    size,
    sizeGi: Math.max(least[type.value], gibibytes(size)),
    maxSizeGi: claim.maxSize === undefined ? undefined : gibibytes(claim.maxSize),
    type: type.value,
    iops: claim.iops,
    throughput: claim.throughput,
  }
  return {
    value,
    refusals: [
      ...(type.refusals ?? []),
      ...shrinks(size, current),
      ...(current === undefined ? tooSmall(size, copied) : []),
      ...(value.sizeGi > most ? [unsupported('spec.storage.size', provider, size, [`up to ${most}Gi`])] : []),
      ...growth(provider, value),
      ...rates(provider, claim),
    ],
    deviations: unlimited(provider, value),
  }
}

const shrinks = (size: string, current: string | undefined): readonly Refusal[] =>
  current !== undefined && (bytesOf(size) ?? 0) < (bytesOf(current) ?? 0)
    ? [refuse('StorageShrink', 'spec.storage.size', `the disk has ${current}; it can't shrink to ${size}`)]
    : []

const larger = (one: string, other = one): string => ((bytesOf(other) ?? 0) > (bytesOf(one) ?? 0) ? other : one)

const tooSmall = (size: string, copied = size): readonly Refusal[] =>
  larger(size, copied) === size
    ? []
    : [
        refuse(
          'InvalidCombination',
          'spec.storage.size',
          `what it is restored from has ${copied}: a copy needs as much`,
        ),
      ]

const growth = (provider: Provider, { sizeGi, maxSizeGi }: StorageRequest): readonly Refusal[] => {
  const { field, offered } = choices.growth
  if (maxSizeGi === undefined) return []
  if (offered[provider].length === 0) return [unsupported(field, provider, 'a disk that grows by itself', [])]
  // RDS refuses a limit less than a tenth above the size (its manual, “Managing capacity automatically”); one rule for all.
  const least = sizeGi + Math.ceil(sizeGi / 10)
  if (maxSizeGi >= least) return []
  const message = `${maxSizeGi}Gi is less than a tenth above the size: write at least ${least}Gi`
  return [refuse('InvalidCombination', field, message)]
}

const rates = (provider: Provider, claim: Storage): readonly Refusal[] =>
  (['iops', 'throughput'] as const)
    .filter(rate => claim[rate] !== undefined && !offersRate(provider, rate))
    .map(rate => unsupported(`spec.storage.${rate}`, provider, `a guaranteed ${rate}`, []))

const offersRate = (provider: Provider, rate: string): boolean =>
  (choices.provisionedRate.offered[provider] as readonly string[]).includes(rate)

const unlimited = (provider: Provider, { maxSizeGi }: StorageRequest): readonly Deviation[] =>
  provider === 'Azure' && maxSizeGi !== undefined
    ? [{ field: choices.growth.field, reason: 'Azure grows the disk without a limit of ours' }]
    : []
