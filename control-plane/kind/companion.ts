import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { numberAt, textAt } from '../../functions/runtime/read.ts'
import { root } from '../../packages/root.ts'
import type { Cluster } from '../api/cluster.ts'
import { isTrue } from '../api/conditions.ts'
import { readIfThere, writeWhole } from '../files.ts'
import { waitFor } from '../processes/ready.ts'
import type { Folders } from '../state.ts'
import { companionKubeconfig } from './paths.ts'
import { apiServerUrl, registry } from './registry.ts'

/** Where it runs. */
export const companionNamespace = 'roadbed-local'
const name = 'companion'

/** Writes how the companion finds the API server: as the user does, but from within. */
export const writeCompanionKubeconfig = (folders: Folders): void => {
  const config = parse(readIfThere(folders.kubeconfig) ?? '') as { clusters: { cluster: { server: string } }[] }
  for (const { cluster } of config.clusters) cluster.server = apiServerUrl
  writeWhole(companionKubeconfig(folders), stringify(config))
}

interface Companion {
  readonly folders: Pick<Folders, 'root'>
  readonly image: string
  readonly pace: number
}

/** Our registry and what stands in for the clouds, as a pod. */
export const companionObjects = ({ folders, image, pace }: Companion): readonly JsonObject[] => {
  const labels = { app: name }
  const mounted = { sources: root, plane: folders.root }
  const program = join(root, 'control-plane/companion/main.ts')
  const args = [
    '--folder',
    folders.root,
    '--in-cluster',
    '--registry-port',
    String(registry.port),
    '--pace',
    String(pace),
  ]
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: companionNamespace } },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'registry', namespace: companionNamespace },
      spec: { clusterIP: registry.address, selector: labels, ports: [{ port: registry.port }] },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace: companionNamespace },
      spec: {
        selector: { matchLabels: labels },
        // Two at once would both be the clouds.
        strategy: { type: 'Recreate' },
        template: {
          metadata: { labels },
          spec: {
            automountServiceAccountToken: false,
            containers: [
              {
                name,
                image,
                imagePullPolicy: 'Never',
                command: ['/usr/local/bin/node', program, ...args],
                ports: [{ containerPort: registry.port }],
                readinessProbe: { httpGet: { path: '/v2/', port: registry.port }, periodSeconds: 1 },
                // The user's files are the user's alone.
                securityContext: { runAsUser: 0, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
                volumeMounts: Object.entries(mounted).map(([volume, path]) => ({
                  name: volume,
                  mountPath: path,
                  readOnly: true,
                })),
              },
            ],
            volumes: Object.entries(mounted).map(([volume, path]) => ({
              name: volume,
              hostPath: { path, type: 'Directory' },
            })),
          },
        },
      },
    },
  ]
}

/** Has the companion run as it should be, and waits until its registry serves. @throws a sentence for the user */
export const ensureCompanion = async (cluster: Cluster, companion: Companion): Promise<void> => {
  for (const object of companionObjects(companion)) await cluster.apply(object)
  const problem = 'the companion does not serve'
  await waitFor(() => serves(cluster), 120, problem).catch(async () => {
    throw new Error(`${problem}${await lastWarning(cluster)}`)
  })
}

/** What Kubernetes said last of something that it could not do. */
const lastWarning = async (cluster: Cluster): Promise<string> => {
  const { items } = await cluster.list('v1', 'Event', companionNamespace)
  const warnings = items.filter(event => textAt(event, 'type') === 'Warning')
  const last = warnings.toSorted((a, b) => timeOf(a).localeCompare(timeOf(b))).at(-1)
  return last ? `: ${textAt(last, 'message')}` : ''
}

const timeOf = (event: JsonObject): string => textAt(event, 'lastTimestamp') ?? ''

const serves = async (cluster: Cluster): Promise<boolean> => {
  const deployment = await cluster.read('apps/v1', 'Deployment', name, companionNamespace)
  const current =
    numberAt(deployment, 'status', 'observedGeneration') === numberAt(deployment, 'metadata', 'generation')
  return current && isTrue(deployment, 'Available') && numberAt(deployment, 'status', 'updatedReplicas') === 1
}
