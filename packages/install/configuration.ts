import { cloudPackage } from '../configuration/metadata.ts'
import { clouds, type Cloud } from '../clouds.ts'
import { configurationName, objectName, repositoryOf } from '../names.ts'
import { version } from '../version.ts'

/**
 * The Configurations of a cloud. The base is named although the cloud's own would bring it: Crossplane does not upgrade
 * what it installed as a dependency.
 */
export const configurationObjects = (cloud: Cloud) =>
  [configurationName, ...(clouds[cloud].providers.length > 0 ? [cloudPackage(cloud)] : [])].map(name => ({
    apiVersion: 'pkg.crossplane.io/v1',
    kind: 'Configuration',
    metadata: { name: objectName(repositoryOf(name)) },
    spec: { package: `${repositoryOf(name)}:${version}` },
  }))
