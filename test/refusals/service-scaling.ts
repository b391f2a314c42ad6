import type { JsonObject } from '../../functions/runtime/json.ts'
import { platform } from '../harness/claims.ts'
import { serviceQueueRefusals } from './service-queues.ts'
import type { RefusalCase } from './refusals.ts'
import { refused } from './services.ts'

const between = (scaling: JsonObject) => ({ replicas: { min: 1, max: 3 }, scaling })
const cron = { name: 'day', type: 'Cron', start: '0 8 * * *', end: '0 18 * * *', replicas: 2 }
const query = { name: 'q', type: 'Prometheus', query: 'a', targetValue: '1' }

/** Services whose number of pods nobody could keep. */
export const serviceScalingRefusals: readonly RefusalCase[] = [
  refused(
    'InvalidCombination',
    'a budget that lets no pod go',
    { replicas: { min: 3 }, disruption: { minAvailable: '3' } },
    'spec.disruption.minAvailable',
    /3 of 3 pods: no node could ever be maintained/,
  ),
  refused(
    'InvalidCombination',
    'a budget of nothing',
    { replicas: { min: 3 }, disruption: { maxUnavailable: '0' } },
    'spec.disruption.maxUnavailable',
    /no node could ever be maintained/,
  ),
  refused('InvalidCombination', 'no pods', { replicas: { min: 0 } }, 'spec.replicas.min', /state: Suspended/),
  refused(
    'InvalidCombination',
    'two pods of a volume that belongs to one',
    { replicas: { min: 2 }, volumes: [{ name: 'data', mountPath: '/data', type: 'Persistent' }] },
    'spec.replicas',
    /belongs to one pod/,
  ),
  refused(
    'InvalidCombination',
    'metrics where nothing scales',
    { scaling: { metrics: [{ name: 'cpu', type: 'CPU' }] } },
    'spec.scaling',
    /give replicas\.max/,
  ),
  refused(
    'InvalidCombination',
    'an autoscaler with nothing between min and max',
    { scaling: { engine: 'HPA' } },
    'spec.replicas.max',
    /more than min/,
  ),
  refused(
    'InvalidCombination',
    'a metric for a number of pods that is fixed',
    { replicas: { min: 2 }, scaling: { metrics: [cron] } },
    'spec.replicas.max',
    /there is nothing to scale/,
  ),
  refused(
    'InvalidCombination',
    'HPA down to zero',
    between({ engine: 'HPA', scaleToZero: 'Enabled' }),
    'spec.scaling.scaleToZero',
    /use KEDA/,
  ),
  refused(
    'InvalidCombination',
    'HPA by a query',
    between({ engine: 'HPA', metrics: [query] }),
    'spec.scaling.metrics[q].type',
    /HPA knows CPU and Memory/,
  ),
  refused(
    'InvalidCombination',
    'nothing that could start the first pod',
    between({ scaleToZero: 'Enabled' }),
    'spec.scaling.scaleToZero',
    /add a Queue, Prometheus or Cron metric/,
  ),
  refused(
    'MissingIntegration',
    'KEDA where it is not declared',
    between({ metrics: [cron] }),
    'XPlatform/default spec.integrations.autoscaling',
    /KEDA/,
    { platform: platform({}) },
  ),
  refused(
    'MissingIntegration',
    'a query where nobody says whom to ask',
    between({ metrics: [query] }),
    'XPlatform/default spec.integrations.autoscaling.prometheusUrl',
    /where Prometheus is/,
    { platform: platform({ integrations: { autoscaling: { engine: 'KEDA' } } }) },
  ),
  ...serviceQueueRefusals,
]
