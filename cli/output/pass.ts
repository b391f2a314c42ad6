import pc from 'picocolors'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import type { Pass } from '../../simulator/core/reconcile.ts'

/** One reconcile, for `--steps`: what was sent, what was deleted, what the claim says. */
export const passLine = ({ pipeline, deleted, error, ttl }: Pass, composite: JsonObject, number: number): string => {
  const keys = Object.keys(pipeline?.desired?.resources ?? {}).toSorted()
  return [
    pc.bold(`pass ${number}`) +
      pc.dim(
        ` ${pipeline?.calls ?? 0} calls, ${pipeline?.requestBytes ?? 0} bytes in, ${pipeline?.responseBytes ?? 0} out, again in ${ttl} s`,
      ),
    `  composed  ${keys.join(', ') || 'nothing'}`,
    ...(deleted.length > 0 ? [pc.red(`  deleted   ${deleted.join(', ')}`)] : []),
    ...(error === undefined ? [] : [pc.red(`  error     ${error}`)]),
    ...conditionsOf(composite).map(
      condition =>
        `  ${(textAt(condition, 'type') ?? '').padEnd(13)} ${(textAt(condition, 'status') ?? '').padEnd(8)} ${textAt(condition, 'reason') ?? ''}`,
    ),
  ].join('\n')
}
