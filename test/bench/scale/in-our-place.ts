import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apiVersion } from '../../../apis/group.ts'
import type { Cluster } from '../../../control-plane/api/cluster.ts'
import { tlsFolder } from '../../../control-plane/credentials.ts'
import { freePorts, loopback } from '../../../control-plane/ports.ts'
import { startProcess } from '../../../control-plane/processes/start.ts'
import type { Folders } from '../../../control-plane/state.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import type { Definition } from '../peers/definition.ts'
import type { Peer } from '../peers/peers.ts'

/** A peer that answers core, in place of our function. */
export interface InOurPlace {
  /** The Composition that calls it. */
  readonly composition: string
  /** The peer's process, as the control plane has recorded it. */
  readonly process: string
}

/**
 * Runs a peer, and makes it known to core as the composition of XDatabases. Without a package: what the package manager would do is
 * done here, and `paused` keeps it away.
 */
export const putInOurPlace = async (
  cluster: Cluster,
  folders: Folders,
  peer: Peer,
  definition: Definition,
): Promise<InOurPlace> => {
  const { id } = peer
  const { command } = await peer.program([definition], mkdtempSync(join(tmpdir(), 'roadbed-bench-')))
  const [port = 0] = await freePorts(1)
  const [path, ...args] = command(port, tlsFolder(folders, 'function'))
  await startProcess(folders, id, { path, args })
  for (const object of objects(id, peer.input?.(definition))) await cluster.apply(object)
  const status = { endpoint: `dns:///${loopback}:${port}`, capabilities: ['composition'] }
  await cluster.apply({ ...revision(id), status }, 'status')
  return { composition: id, process: id }
}

const paused = { 'crossplane.io/paused': 'true' }
const image = (id: string): string => `registry.example.com/${id}:v1`

const revision = (id: string): JsonObject => ({
  apiVersion: 'pkg.crossplane.io/v1',
  kind: 'FunctionRevision',
  metadata: { name: `${id}-1`, annotations: paused, labels: { 'pkg.crossplane.io/package': id } },
  spec: { desiredState: 'Active', image: image(id), revision: 1 },
})

const objects = (id: string, input: JsonObject | undefined): readonly JsonObject[] => [
  {
    apiVersion: 'pkg.crossplane.io/v1',
    kind: 'Function',
    metadata: { name: id, annotations: paused },
    spec: { package: image(id) },
  },
  revision(id),
  {
    apiVersion: 'apiextensions.crossplane.io/v1',
    kind: 'Composition',
    metadata: { name: id },
    spec: {
      compositeTypeRef: { apiVersion, kind: 'XDatabase' },
      mode: 'Pipeline',
      pipeline: [{ step: 'compose', functionRef: { name: id }, ...(input && { input }) }],
    },
  },
]
