import { toYaml } from '../../generate/yaml.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt } from '../../functions/runtime/read.ts'
import type { Rendered } from '../render/session.ts'
import { composedObjects } from '../render/session.ts'

/** Without maps that hold nothing. */
export const tidy = (object: JsonObject): JsonObject => {
  const { metadata, ...rest } = object
  const kept = Object.entries(objectAt({ metadata: metadata ?? {} }, 'metadata')).filter(
    ([, value]) => Object.keys(value ?? {}).length > 0,
  )
  return {
    apiVersion: object['apiVersion'] ?? '',
    kind: object['kind'] ?? '',
    metadata: Object.fromEntries(kept),
    ...rest,
  }
}

/** The composed resources as a YAML stream, ready for kubectl or a validator. */
export const asYaml = (rendered: readonly Rendered[]): string =>
  rendered
    .flatMap(composedObjects)
    .map(object => `---\n${toYaml(tidy(object))}`)
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
  composed: composedObjects(rendered).map(tidy),
})
