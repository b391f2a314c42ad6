import { stringify } from 'yaml'
import type { Rendered } from '../render/session.ts'
import { composedObjects } from '../render/session.ts'
import { clean } from './clean.ts'

/** The composed resources as a YAML stream, ready for kubectl or a validator. */
export const asYaml = (rendered: readonly Rendered[]): string =>
  rendered
    .flatMap(composedObjects)
    .map(object => `---\n${stringify(clean(object), { lineWidth: 0, aliasDuplicateObjects: false })}`)
    .join('')

/** Everything about every claim, for programs. */
export const asJson = (rendered: readonly Rendered[]): string => `${JSON.stringify(rendered.map(summary), null, 2)}\n`

const summary = (rendered: Rendered) => ({
  claim: rendered.ref,
  outcome: rendered.convergence?.outcome ?? 'refused',
  passes: rendered.convergence?.passes ?? 0,
  calls: rendered.convergence?.calls ?? 0,
  simulatedSeconds: rendered.convergence?.seconds ?? 0,
  refusals: [...rendered.faults.map(({ path, message }) => ({ path, message })), ...rendered.refusals],
  status: rendered.convergence?.composite['status'] ?? null,
  composed: composedObjects(rendered).map(clean),
})
