import { join } from 'node:path'
import { toYaml } from '../../generate/yaml.ts'
import { file, type TarEntry } from '../archive/tar.ts'
import { cloudNames, clouds, type Cloud } from '../clouds.ts'
import { writeEntries } from '../files.ts'
import { configurationObjects } from './configuration.ts'
import { functionObjects } from './function.ts'
import { exampleProviderConfig } from './provider-config.ts'
import { rightsObjects } from './roles.ts'

/**
 * What a platform team applies for a cloud. The numbers are the order that `kubectl apply -f` takes; what two clouds have
 * in common is the same in both, so more than one can be applied, in any order.
 */
export const bundleFiles = (cloud: Cloud): readonly TarEntry[] => {
  const example = exampleProviderConfig(cloud)
  const { title } = clouds[cloud]
  return [
    file('1-rbac.yaml', manifest('Rights of Crossplane and of people', ...rightsObjects(cloud))),
    file('2-function.yaml', manifest('The function, and how its pods run', ...functionObjects())),
    file('3-configuration.yaml', manifest(`Roadbed on ${title}`, ...configurationObjects(cloud))),
    ...(example
      ? [file('examples/provider-config.yaml', manifest(`An example: how Crossplane signs in to ${title}`, example))]
      : []),
  ]
}

/** Writes `install/<cloud>/` for every cloud, anew. */
export const writeBundles = async (out: string): Promise<void> => {
  await writeEntries(
    join(out, 'install'),
    cloudNames.flatMap(cloud => bundleFiles(cloud).map(entry => ({ ...entry, path: `${cloud}/${entry.path}` }))),
  )
}

const manifest = (title: string, ...objects: readonly object[]): string =>
  `# ${title}. Made by \`npm run build\`.\n${objects.map(toYaml).join('---\n')}`
