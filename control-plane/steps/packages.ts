import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readArchive } from '../../packages/image/archive.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt, numberAt, textAt } from '../../functions/runtime/read.ts'
import type { Cluster } from '../api/cluster.ts'
import { isTrue } from '../api/conditions.ts'
import { writeWhole } from '../files.ts'
import { waitFor } from '../processes/ready.ts'
import { packagesFile, type PackageFile } from '../registry/package-file.ts'
import type { Folders } from '../state.ts'

/** Where a control plane's packages come from, and how its functions are run. */
export interface Source {
  readonly folders: Folders
  /** Host and port of the companion's registry, as Crossplane reaches it. */
  readonly registry: string
  /** @throws a sentence, when the companion has ended: nobody else serves packages */
  readonly mustServe: () => void
  /** The DeploymentRuntimeConfig of functions. Default: Crossplane's own. */
  readonly runtimeConfig?: string
}

/** Tells the companion what its registry serves. */
const offerPackages = ({ folders }: Source, packages: readonly PackageFile[]): void =>
  writeWhole(packagesFile(folders), `${JSON.stringify(packages, null, 2)}\n`)

/** Has every package be fetched from the companion under the name by which it is published. */
const imageConfig = ({ registry }: Source, { published }: PackageFile): JsonObject => ({
  apiVersion: 'pkg.crossplane.io/v1beta1',
  kind: 'ImageConfig',
  metadata: { name: `roadbed-local-${published.split('/').at(-1)}` },
  spec: {
    matchImages: [{ type: 'Prefix', prefix: published }],
    rewriteImage: { prefix: join(registry, pathOf(published)) },
  },
})

/**
 * Installs packages, in their order, and waits until Crossplane says that they are healthy, in the content that they have now.
 *
 * @throws a sentence with its reason
 */
export const installPackages = async (
  source: Source,
  cluster: Cluster,
  packages: readonly PackageFile[],
): Promise<void> => {
  // What is damaged is told here and now; Crossplane would try again and again.
  const archives = await Promise.all(packages.map(({ file }) => readArchive(file)))
  const offered = packages.map((file, index) => ({ ...file, digest: archives[index]?.manifestBlob.digest ?? '' }))
  offerPackages(source, packages)
  await Promise.all(packages.map(file => cluster.apply(imageConfig(source, file))))
  await Promise.all(offered.map(file => cluster.apply(packageObject(source, file))))
  for (const file of offered) {
    const healthyOrHopeless = async () => {
      const installed = await packageIn(cluster, file)
      if (hopeless.test(conditionsOf(installed)))
        throw new Error(`${file.kind} ${file.name} can't be installed${conditionsOf(installed)}`)
      source.mustServe()
      return isCurrent(installed, file.digest) && isTrue(installed, 'Healthy')
    }
    await waitFor(healthyOrHopeless, 60, `${file.kind} ${file.name} is not healthy`).catch(async (problem: unknown) => {
      const told = problem instanceof Error ? problem.message : String(problem)
      const why = conditionsOf(await packageIn(cluster, file))
      throw new Error(told.includes(why) ? told : `${told}${why}`)
    })
  }
}

/** A package whose content has changed is healthy in its old revision for a moment. */
const isCurrent = (installed: JsonObject | undefined, digest: string): boolean =>
  revisionIds(digest, numberAt(installed, 'metadata', 'generation') ?? 0).some(
    id => textAt(installed, 'status', 'currentRevision')?.endsWith(`-${id.slice(0, 12)}`) === true,
  )

/** How Crossplane names revisions: 2.3 by the package's digest, 2.4 by that and the object's generation (`packageRevisionID`). */
const revisionIds = (digest: string, generation: number): readonly string[] => {
  const hex = digest.replace('sha256:', '')
  return [hex, createHash('sha256').update(`${hex}|${generation}`).digest('hex')]
}

/** What no waiting mends. */
const hopeless = /incompatible Crossplane version/

/** Waits until the API server serves every kind that a package has brought. */
export const waitForDefinitions = async (cluster: Cluster): Promise<void> => {
  const established = async () => {
    const { items } = await cluster.list('apiextensions.crossplane.io/v2', 'CompositeResourceDefinition')
    return items.every(definition => isTrue(definition, 'Established'))
  }
  await waitFor(established, 60, 'Crossplane does not serve all kinds yet')
}

const packageObject = (
  { runtimeConfig }: Source,
  { kind, name, published, tag, digest }: PackageFile & { digest: string },
): JsonObject => ({
  apiVersion: 'pkg.crossplane.io/v1',
  kind,
  // Crossplane looks for new content once a minute, and at once when the object changes.
  metadata: { name, annotations: { 'roadbed.local/content': digest } },
  spec: {
    package: `${published}:${tag}`,
    // A package that was built again keeps its version: what counts here is its content.
    packagePullPolicy: 'Always',
    ...(kind === 'Function' && runtimeConfig !== undefined && { runtimeConfigRef: { name: runtimeConfig } }),
  },
})

const packageIn = (cluster: Cluster, { kind, name }: PackageFile) => cluster.read('pkg.crossplane.io/v1', kind, name)

const conditionsOf = (object: JsonObject | undefined): string =>
  listAt(object, 'status', 'conditions')
    .filter(condition => textAt(condition, 'status') !== 'True')
    .map(
      condition => `\n  ${textAt(condition, 'type')}: ${textAt(condition, 'message') ?? textAt(condition, 'reason')}`,
    )
    .join('')

/** Without the host. */
const pathOf = (published: string): string => published.slice(published.indexOf('/') + 1)
