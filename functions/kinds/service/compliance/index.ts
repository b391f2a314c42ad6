import type { ComplianceProfile } from '../../../../apis/blocks/compliance.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import type { Deviation } from '../../report.ts'
import type { Subject } from './rule.ts'
import { rules } from './rules.ts'

const profilesOf = ({ spec }: Subject): readonly ComplianceProfile[] => spec.compliance?.profiles ?? []

const held = (subject: Subject) =>
  rules.flatMap(rule => {
    const by = profilesOf(subject).filter(profile => rule.authority[profile] !== undefined)
    return by.length === 0 ? [] : [{ rule, by: by.map(profile => `${profile}: ${rule.authority[profile]}`).join('; ') }]
  })

/** What in a claim contradicts the profiles that it asks to keep. */
export const complianceRefusals = (subject: Subject): readonly Refusal[] =>
  held(subject).flatMap(({ rule, by }) =>
    (rule.broken?.(subject) ?? []).map(({ path, message }) => refuse('NotCompliant', path, `${message} (${by})`)),
  )

/** What of the profiles nobody here can tell. */
export const complianceDeviations = (subject: Subject): readonly Deviation[] =>
  held(subject).flatMap(({ rule, by }) =>
    (rule.unknown?.(subject) ?? []).map(reason => ({ field: 'spec.compliance.profiles', reason: `${reason} (${by})` })),
  )
