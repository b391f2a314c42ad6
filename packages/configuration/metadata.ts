import { providerRepository, type Cloud, clouds } from '../clouds.ts'
import { configurationName, functionName, repositoryOf } from '../names.ts'
import { compatible, version } from '../version.ts'

/** The oldest Crossplane that is tested; `-0` lets in the pre-release numbers that distributions append. */
export const crossplaneConstraint = '>=v2.3.0-0'

/** A package that another one needs; Crossplane installs the newest version that fits. */
interface Dependency {
  readonly apiVersion: 'pkg.crossplane.io/v1'
  readonly kind: 'Function' | 'Configuration' | 'Provider'
  readonly package: string
  readonly version: string
}

/** The Configuration that carries the API: it needs our function, and no provider. */
export const baseMetadata = () =>
  configuration(
    configurationName,
    'XRDs and Compositions of Roadbed: one typed API for databases on AWS, GCP, Azure and Kubernetes.',
    [dependency('Function', repositoryOf(functionName), compatible(version))],
  )

/** The Configuration that adds a cloud: the base, and exactly the providers that this cloud needs. */
export const cloudMetadata = (cloud: Cloud) =>
  configuration(cloudPackage(cloud), `The providers that Roadbed needs for ${clouds[cloud].title}, and no others.`, [
    dependency('Configuration', repositoryOf(configurationName), compatible(version)),
    ...clouds[cloud].providers.map(provider =>
      dependency('Provider', providerRepository(provider), `>=${provider.version}, <${provider.below}`),
    ),
  ])

export const cloudPackage = (cloud: Cloud): string => `${configurationName}-${cloud}`

/** The annotations that package catalogues show. */
export const annotations = (description: string) => ({
  'meta.crossplane.io/license': 'Apache-2.0',
  'meta.crossplane.io/description': description,
})

const configuration = (name: string, description: string, dependsOn: readonly Dependency[]) => ({
  apiVersion: 'meta.pkg.crossplane.io/v1',
  kind: 'Configuration',
  metadata: { name, annotations: annotations(description) },
  spec: { crossplane: { version: crossplaneConstraint }, dependsOn },
})

const dependency = (kind: Dependency['kind'], repository: string, constraint: string): Dependency => ({
  apiVersion: 'pkg.crossplane.io/v1',
  kind,
  package: repository,
  version: constraint,
})
