import type { ErrorCode } from '../../functions/runtime/errors.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { platform, serviceClaim } from '../harness/claims.ts'
import type { RefusalCase } from './refusals.ts'

export const refused = (
  code: ErrorCode,
  why: string,
  spec: JsonObject,
  path: string,
  says: RegExp,
  more: Partial<RefusalCase> = {},
): RefusalCase => ({ code, why, claim: serviceClaim(spec), path, says, ...more })

export const production = { platform: platform({ environmentType: 'Production' }) }
const database = { databases: [{ name: 'db' }] }

/** Services that a new control plane refuses at once. */
export const serviceRefusals: readonly RefusalCase[] = [
  refused('UnknownRuntime', 'a runtime that nobody declared', { runtime: 'cobol-85' }, 'spec.runtime', /nodejs-20/),
  {
    ...refused('MissingImage', 'no image, where nobody says how to name one', {}, 'spec.image', /api:1\.0\.0/),
    claim: { ...serviceClaim(), spec: {} },
    platform: platform({}),
  },
  refused(
    'UnknownSize',
    'a size class that nobody knows',
    { resources: { size: 'huge' } },
    'spec.resources.size',
    /there is no size "huge"; there are small/,
  ),
  refused(
    'ImageNotAllowed',
    'an image from a registry that is not open',
    { image: 'docker.io/library/nginx:1.27' },
    'spec.image',
    /does not come from registry\.example\.com/,
  ),
  refused(
    'ImageNotAllowed',
    'a registry that is only spelled like one that is open',
    { image: 'registry.example.com.evil.test/nginx:1.27' },
    'spec.image',
    /does not come from registry\.example\.com/,
  ),
  refused(
    'ImageNotAllowed',
    'a sidecar from a registry that is not open',
    { additionalContainers: [{ name: 'proxy', role: 'Sidecar', image: 'docker.io/proxy:1' }] },
    'spec.additionalContainers[proxy].image',
    /does not come from/,
  ),
  refused(
    'ImageNotAllowed',
    'a migration from a registry that is not open',
    { databases: [{ name: 'db', migration: { image: 'docker.io/flyway:1', command: ['migrate'] } }] },
    'spec.databases[db].migration.image',
    /does not come from/,
  ),
  refused(
    'ImageNotAllowed',
    'a moving tag in Production',
    { image: 'registry.example.com/shop/api:latest' },
    'spec.image',
    /another program tomorrow: in Production name a version or a digest/,
    production,
  ),
  refused(
    'ImageNotAllowed',
    'no tag in Production',
    { image: 'registry.example.com:5000/shop/api' },
    'spec.image',
    /name a version or a digest/,
    production,
  ),
  refused(
    'InvalidPlatform',
    'a template with a word that nobody fills in',
    {},
    'XPlatform/default spec.registry.imageTemplate',
    /\{team\} is neither/,
    {
      claim: { ...serviceClaim(), spec: {} },
      platform: platform({ registry: { imageTemplate: 'registry.example.com/{team}/{name}:1' } }),
    },
  ),
  refused(
    'UnknownPort',
    'a probe on a port that is not there',
    { probes: { readiness: { portName: 'admin' } } },
    'spec.probes.readiness.portName',
    /there is no port "admin"; there are http/,
  ),
  refused(
    'UnknownPort',
    'a probe of a worker without a command',
    { ports: [], probes: { liveness: { path: '/' } } },
    'spec.probes.liveness',
    /listens on no port: give a command/,
  ),
  refused(
    'UnknownPort',
    'a consumer of a port that is not there',
    { networking: { allowFrom: [{ name: 'shop', portName: 'admin' }] } },
    'spec.networking.allowFrom[shop].portName',
    /there are http/,
  ),
  refused(
    'InvalidCombination',
    'a port that is there twice',
    {
      ports: [
        { name: 'http', port: 8080 },
        { name: 'web', port: 8080 },
      ],
    },
    'spec.ports[web].port',
    /8080 is the port http already/,
  ),
  refused(
    'UnknownBinding',
    'a template that names no binding',
    { ...database, env: [{ name: 'DSN', value: 'postgresql://$(cache.host)' }] },
    'spec.env[DSN].value',
    /there is no binding "cache"; there are db/,
  ),
  refused(
    'UnknownBinding',
    'a template with a key that no binding has',
    { ...database, env: [{ name: 'DSN', value: '$(db.hostname)' }] },
    'spec.env[DSN].value',
    /db has no "hostname"; it has type, provider, host/,
  ),
  refused(
    'UnknownBinding',
    'a file of a binding that is not there',
    { files: [{ path: '/etc/ca.crt', bindingKeyRef: { binding: 'db', key: 'ca.crt' } }] },
    'spec.files["/etc/ca.crt"].bindingKeyRef',
    /there are none/,
  ),
  refused(
    'InvalidCombination',
    'one database bound twice',
    {
      databases: [
        { name: 'a', ref: { name: 'orders' } },
        { name: 'b', ref: { name: 'orders' } },
      ],
    },
    'spec.databases[b]',
    /orders is bound as a already/,
  ),
  refused(
    'InvalidCombination',
    'two bindings with one prefix',
    { databases: [{ name: 'a' }, { name: 'b', bind: { prefix: 'A_' } }] },
    'spec.databases[b].bind.prefix',
    /A_ is the prefix of a already/,
  ),
  refused(
    'InvalidCombination',
    'a file below /tmp',
    { files: [{ path: '/tmp/a', content: 'a' }] },
    'spec.files["/tmp/a"].path',
    /\/tmp is there already/,
  ),
  refused(
    'InvalidCombination',
    'a file inside a volume',
    {
      volumes: [{ name: 'data', mountPath: '/data', type: 'Ephemeral' }],
      files: [{ path: '/data/a', content: 'a' }],
    },
    'spec.files["/data/a"].path',
    /hide each other/,
  ),
  refused(
    'InvalidClaim',
    'a sidecar that is called as the service’s own container',
    { additionalContainers: [{ name: 'service', role: 'Sidecar', image: 'registry.example.com/proxy:1' }] },
    'spec.additionalContainers[service].name',
    /the service's own container/,
  ),
  refused(
    'InvalidCombination',
    'a limit below the request',
    { resources: { memory: '2Gi', limits: { memory: '1Gi' } } },
    'spec.resources.limits.memory',
    /1Gi is less than the 2Gi that is requested/,
  ),
  refused(
    'InvalidCombination',
    'a CPU limit below the request',
    { resources: { cpu: '2', limits: { cpu: '500m' } } },
    'spec.resources.limits.cpu',
    /500m is less than the 2/,
  ),
  refused(
    'InvalidClaim',
    'memory for no program',
    { resources: { memory: '1Mi' } },
    'spec.resources.memory',
    /too little for any program: write 256Mi or 1Gi/,
  ),
  refused(
    'PlacementConflict',
    'another provider than the Composition’s',
    { placement: { provider: 'GCP' } },
    'spec.placement.provider',
    /GCP, but the Composition is for AWS/,
    { provider: 'AWS' },
  ),
]
