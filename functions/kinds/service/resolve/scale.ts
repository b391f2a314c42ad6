import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Metric } from '../../../../apis/service/scaling.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import type { Environment } from '../../../settings/environment.ts'
import { platformPath } from '../../../settings/platform.ts'
import type { Scale } from '../service.ts'

interface Decided {
  readonly value: Scale
  readonly refusals: readonly Refusal[]
}

/** Who decides the number of pods, between which bounds, and by what. `single`: a volume belongs to one pod. */
export const decideScale = (
  { replicas = {}, scaling = {} }: ServiceSpec,
  { declared, builtIn }: Environment,
  { integrations = {} }: PlatformSpec,
  single: boolean,
): Decided => {
  const standby = (declared.availability ?? builtIn.availability) === 'MultiZone' && !single
  const min = replicas.min ?? Math.min(standby ? 2 : 1, replicas.max ?? Infinity)
  const max = replicas.max ?? min
  const engine = engineOf({ min, max }, scaling)
  const value: Scale = {
    engine,
    min,
    max: engine === 'None' ? min : max,
    metrics: scaling.metrics ?? [cpu],
    scaleDownSeconds: scaling.scaleDownSeconds,
    toZero: scaling.scaleToZero === 'Enabled',
    prometheusUrl: integrations.autoscaling?.prometheusUrl,
  }
  return {
    value,
    refusals: [
      ...(min === 0
        ? [
            wrong(
              'replicas.min',
              '0 pods: to suspend the service write state: Suspended; to have none while nothing asks for one scaling.scaleToZero: Enabled',
            ),
          ]
        : []),
      ...(single && max > 1
        ? [wrong('replicas', 'a Persistent volume belongs to one pod: ask for one, or make the volume Shared')]
        : []),
      ...engineRefusals(value, scaling, integrations.autoscaling !== undefined),
    ],
  }
}

const wrong = (field: string, message: string): Refusal => refuse('InvalidCombination', `spec.${field}`, message)

const engineRefusals = (
  { engine, min, max, metrics, toZero, prometheusUrl }: Scale,
  asked: NonNullable<ServiceSpec['scaling']>,
  installed: boolean,
): readonly Refusal[] => {
  switch (engine) {
    case 'None':
      return asked.metrics || toZero
        ? [wrong('scaling', 'nothing scales: give replicas.max, and leave engine None out')]
        : []
    case 'HPA':
      return [
        ...narrow(min, max),
        ...(toZero ? [wrong('scaling.scaleToZero', 'HPA keeps one pod at least: use KEDA')] : []),
        ...metrics
          .filter(metric => !isLoad(metric))
          .map(({ name, type }) =>
            wrong(`scaling.metrics[${name}].type`, `HPA knows CPU and Memory, not ${type}: use KEDA`),
          ),
      ]
    case 'KEDA':
      return [
        ...(toZero ? [] : narrow(min, max)),
        ...(installed
          ? []
          : [missing('integrations.autoscaling', 'KEDA, which scales by queues, by queries, by time and to zero')]),
        ...(installed && prometheusUrl === undefined && metrics.some(metric => metric.type === 'Prometheus')
          ? [missing('integrations.autoscaling.prometheusUrl', 'where Prometheus is')]
          : []),
        ...(toZero && metrics.every(isLoad)
          ? [
              wrong(
                'scaling.scaleToZero',
                'a pod that is not there uses no CPU or memory, so nothing would start one: add a Queue, Prometheus or Cron metric',
              ),
            ]
          : []),
      ]
  }
}

const narrow = (min: number, max: number): readonly Refusal[] =>
  max > min ? [] : [wrong('replicas.max', 'there is nothing to scale: max has to be more than min')]

const missing = (field: string, what: string): Refusal =>
  refuse('MissingIntegration', `${platformPath}.${field}`, `the platform does not say that it has ${what}`)

const cpu: Metric = { name: 'cpu', type: 'CPU', targetPercent: 80 }

const isLoad = ({ type }: Metric): boolean => type === 'CPU' || type === 'Memory'

const engineOf = (
  { min, max }: Pick<Scale, 'min' | 'max'>,
  { engine, scaleToZero, metrics = [] }: NonNullable<ServiceSpec['scaling']>,
): Scale['engine'] => {
  if (engine) return engine
  if (scaleToZero === 'Enabled' || !metrics.every(isLoad)) return 'KEDA'
  return max > min ? 'HPA' : 'None'
}
