import { describe, expect, it } from 'vitest'
import type { Actor, Work } from '../../../simulator/providers/actor.ts'
import { allActors, nextWork } from '../../../simulator/providers/index.ts'
import { loadRegistry } from '../../../simulator/schema/registry.ts'
import { namespace, secret, widgetServer } from '../fixtures.ts'

const actors = allActors({ api: widgetServer(), faults: [], slowness: 1 })

describe('the controllers of a simulated cluster', () => {
  it('have nothing to do with what is nobody’s, or simulated time never stops', () => {
    expect(nextWork(actors, {})).toBeUndefined()
    expect(nextWork(actors, secret({}, 's'))).toBeUndefined()
  })

  it('are asked until one is in charge, or two of them write one object', () => {
    const work: Work = { seconds: 1, run: () => undefined }
    const idle: Actor = { next: () => undefined }
    expect(nextWork([idle, { next: () => work }, idle], {})).toBe(work)
    expect(nextWork([idle], {})).toBeUndefined()
  })

  it('drive every composed kind but those that never report, or a claim of that kind never gets Ready', () => {
    const composed = [...loadRegistry().values()].filter(
      ({ apiVersion }) => !apiVersion.startsWith('platform.roadbed.dev'),
    )
    const undriven = composed.filter(
      ({ apiVersion, kind }) => !nextWork(actors, { apiVersion, kind, metadata: { name: 'x', namespace, uid: 'u' } }),
    )
    expect(undriven.map(({ kind, apiVersion }) => `${apiVersion} ${kind}`).toSorted()).toEqual([
      // They wait for what they scale.
      'autoscaling/v2 HorizontalPodAutoscaler',
      'barmancloud.cnpg.io/v1 ObjectStore',
      'grafana.integreatly.org/v1beta1 GrafanaDashboard',
      'keda.sh/v1alpha1 ScaledObject',
      'keda.sh/v1alpha1 TriggerAuthentication',
      'monitoring.coreos.com/v1 PrometheusRule',
      'monitoring.coreos.com/v1 ServiceMonitor',
      'networking.k8s.io/v1 Ingress',
      'networking.k8s.io/v1 NetworkPolicy',
      'opentelemetry.io/v1alpha1 Instrumentation',
      'policy/v1 PodDisruptionBudget',
      // It waits for its cluster.
      'postgresql.cnpg.io/v1 Database',
      'postgresql.cnpg.io/v1 ScheduledBackup',
      'postgresql.sql.m.crossplane.io/v1alpha1 ProviderConfig',
      'rbac.authorization.k8s.io/v1 RoleBinding',
      'snapshot.storage.k8s.io/v1 VolumeSnapshot',
      'v1 ConfigMap',
      'v1 LimitRange',
      'v1 Namespace',
      'v1 PersistentVolumeClaim',
      'v1 ResourceQuota',
      'v1 Secret',
      'v1 Service',
      'v1 ServiceAccount',
    ])
  })
})
