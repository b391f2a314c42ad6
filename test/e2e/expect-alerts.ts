import type { ServiceSpec } from '../../apis/service/schema.ts'
import { alerts } from '../../functions/kinds/service/observability/rules.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt } from '../../functions/runtime/read.ts'
import { resourceOf, serviceOf } from '../kinds/service/fixtures.ts'
import { runPromtool } from './promtool.ts'

/** What was measured: a series, and its values a minute apart as promtool's unit tests write them. */
export type Series = Readonly<Record<string, string>>

/** The rules that a service gets on a platform that has everything. */
export const rulesOf = (spec: Partial<ServiceSpec>): JsonObject => objectAt(resourceOf(alerts(serviceOf(spec))), 'spec')

/** Has Prometheus judge a service's rules: rejects unless exactly these alerts are raised at each of these times. */
export const expectAlerts = async (
  spec: Partial<ServiceSpec>,
  series: Series,
  at: Readonly<Record<string, readonly string[]>>,
): Promise<void> => {
  const test = {
    interval: '1m',
    input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
    promql_expr_test: Object.entries(at).map(([time, names]) => ({
      expr: 'count by (alertname) (ALERTS{alertstate="firing"})',
      eval_time: time,
      exp_samples: names.map(name => ({ labels: `{alertname="${name}"}`, value: 1 })),
    })),
  }
  await runPromtool('test', { groups: rulesOf(spec), tests: [test] })
}
