import { kinds } from '../../apis/index.ts'
import { compositionOf } from '../../generate/composition.ts'
import { definitionOf } from '../../generate/definition.ts'
import { cloudNames, clouds } from '../clouds.ts'
import { configurationName } from '../names.ts'
import { activationPolicy } from './activation.ts'
import { baseMetadata, cloudMetadata, cloudPackage } from './metadata.ts'

/** A package's name, and the objects of its `package.yaml`, metadata first. */
export interface PackageContent {
  readonly name: string
  readonly objects: readonly object[]
}

/**
 * The API, and beside it one small package per cloud. XRDs and Compositions have one owner only, so a team that changes
 * its choice of clouds adds or removes a package, and no XRD (and with it every claim) ever changes hands.
 */
export const configurations = (): readonly PackageContent[] => [
  {
    name: configurationName,
    objects: [
      baseMetadata(),
      ...kinds.map(kind => definitionOf(kind)),
      ...kinds.flatMap(kind => [undefined, ...kind.providers].map(provider => compositionOf(kind, provider))),
    ],
  },
  ...cloudNames
    .filter(cloud => clouds[cloud].providers.length > 0)
    .map(cloud => ({
      name: cloudPackage(cloud),
      objects: [cloudMetadata(cloud), ...clouds[cloud].providers.map(activationPolicy)],
    })),
]
