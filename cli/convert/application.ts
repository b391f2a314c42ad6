import type { Json, JsonObject } from '../../functions/runtime/json.ts'
import { at } from '../../functions/runtime/read.ts'
import { engine, identity, mode, textOf, tracing, type Dialect, type Mapping } from './mapping.ts'

/** What a language's runtime is called here, where nobody says which version. */
const runtimes: Readonly<Record<string, string>> = {
  go: 'go-1',
  golang: 'go-1',
  node: 'nodejs-24',
  nodejs: 'nodejs-24',
  typescript: 'nodejs-24',
  javascript: 'nodejs-24',
  python: 'python-3',
  java: 'java-21',
  dotnet: 'dotnet-8',
}

const scales = (source: JsonObject): boolean =>
  at(source, 'spec', 'autoscaling', 'enabled') === true ||
  at(source, 'spec', 'deployment', 'autoscaling', 'enabled') === true

const unlessScaled = (value: Json, source: JsonObject): Json =>
  scales(source) ? { refused: 'autoscaling.min_replicas says how many there are at least' } : value

const ifScaled = (value: Json, source: JsonObject): Json =>
  scales(source) ? value : { refused: 'autoscaling is not enabled' }

/** It may stand beside the deployment or in it. */
const autoscaling: readonly Mapping[] = ['spec.autoscaling', 'spec.deployment.autoscaling'].flatMap(place => [
  {
    from: `${place}.enabled`,
    to: 'spec.scaling.engine',
    value: (value: Json) => (value === true ? undefined : 'None'),
  },
  { from: `${place}.min_replicas`, to: 'spec.replicas.min', value: ifScaled },
  { from: `${place}.max_replicas`, to: 'spec.replicas.max', value: ifScaled },
])

const later = (what: string): string =>
  `there is no kind for ${what} yet: run one beside the service, and bind it by a Secret (env[].secretKeyRef)`

/** `Application` of platform.example.com: a golden path's template. */
export const application: Dialect = {
  kind: 'Application',
  group: 'platform.example.com',
  mappings: [
    ...identity,
    {
      from: 'spec.language',
      to: 'spec.runtime',
      value: language =>
        runtimes[textOf(language).toLowerCase()] ?? {
          refused: `no runtime is known for "${textOf(language)}": name one of the platform's in spec.runtime`,
        },
    },
    { from: 'spec.framework', why: 'nothing that is composed depends on a framework' },
    { from: 'spec.image', to: 'spec.image' },
    { from: 'spec.infrastructure.database.type', to: 'spec.databases[name=db].spec.engine', value: engine },
    { from: 'spec.infrastructure.database.version', to: 'spec.databases[name=db].spec.version', value: textOf },
    { from: 'spec.infrastructure.database.tier', to: 'spec.databases[name=db].spec.size' },
    { from: 'spec.infrastructure.cache.type', why: later('caches') },
    { from: 'spec.infrastructure.cache.tier', why: later('caches') },
    { from: 'spec.infrastructure.queue.type', why: later('queues') },
    { from: 'spec.infrastructure.queue.tier', why: later('queues') },
    { from: 'spec.deployment.replicas', to: 'spec.replicas.min', value: unlessScaled },
    { from: 'spec.deployment.resources.cpu', to: 'spec.resources.cpu', value: textOf },
    { from: 'spec.deployment.resources.memory', to: 'spec.resources.memory', value: textOf },
    ...autoscaling,
    {
      from: 'spec.observability.logging',
      to: 'spec.observability.logging',
      value: value =>
        value === true ? undefined : { refused: 'a program’s standard output is always kept by its node' },
    },
    { from: 'spec.observability.metrics', to: 'spec.observability.metrics.mode', value: mode('Scrape') },
    { from: 'spec.observability.tracing', to: 'spec.observability.tracing.mode', value: tracing(['spec', 'language']) },
    { from: 'spec.observability.alert_channels', to: 'spec.observability.alerting.channels' },
  ],
}
