import { managedBy } from '../runtime/labels.ts'
import type { Claim } from '../runtime/observed.ts'
import { textAt } from '../runtime/read.ts'
import { qualified } from '../../apis/group.ts'

type Tags = Readonly<Record<string, string>>

/** Who a cloud resource belongs to; the platform's own tags come first and can't replace these. */
const facts = (claim: Claim): Tags => {
  const team = textAt(claim.labels, qualified('team'))
  return {
    'managed-by': managedBy,
    kind: claim.kind.toLowerCase(),
    claim: claim.name,
    namespace: claim.namespace,
    environment: claim.namespace,
    ...(team && { team }),
  }
}

/** Tags for AWS and Azure, which take these characters as they are; Azure does not tell `Claim` from `claim`. */
export const tags = (claim: Claim, platform: Tags): Tags => {
  const own = facts(claim)
  const others = Object.entries(platform).filter(([key]) => !Object.hasOwn(own, key.toLowerCase()))
  return { ...Object.fromEntries(others), ...own }
}

/** Labels for GCP: lower-case letters, digits, `_` and `-`, at most 63, keys starting with a letter. */
export const gcpLabels = (claim: Claim, platform: Tags): Tags =>
  Object.fromEntries([...Object.entries(platform).toSorted(byKey), ...Object.entries(facts(claim))].map(asLabel))

/** Two tags that GCP spells alike are one label: always the same of the two. */
const byKey = ([left]: readonly [string, string], [right]: readonly [string, string]): number =>
  left < right ? -1 : Number(left > right)

const asLabel = ([key, value]: readonly [string, string]): readonly [string, string] => [
  spelled(key).replace(/^[^a-z]+/, '') || 'tag',
  spelled(value),
]

const spelled = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/g, '-')
    .slice(0, 63)
