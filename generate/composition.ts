import { toYaml } from './yaml.ts'
import { apiVersion, qualified } from '../apis/group.ts'
import type { ApiKind } from '../apis/kind.ts'
import { inputApiVersion, inputKind } from '../apis/input.ts'
import { behaviours } from '../functions/settings/input.ts'
import { platformRequirement } from '../functions/settings/platform.ts'
import { functionObject } from '../packages/names.ts'
import { compositionName, folderOf, header } from './definition.ts'
import type { File } from './files.ts'

/** The Composition of a kind: the default one, or the one that is pinned to a provider. */
export const compositionOf = (kind: ApiKind, provider?: string) => ({
  apiVersion: 'apiextensions.crossplane.io/v1',
  kind: 'Composition',
  metadata: {
    name: compositionName(kind, provider),
    labels: { [qualified('kind')]: kind.kind, [qualified('provider')]: provider ?? 'Auto' },
  },
  spec: {
    compositeTypeRef: { apiVersion, kind: kind.kind },
    mode: 'Pipeline',
    pipeline: [
      {
        step: folderOf(kind),
        functionRef: { name: functionObject },
        input: {
          apiVersion: inputApiVersion,
          kind: inputKind,
          behaviour: behaviours.newest,
          ...(provider && { provider }),
        },
        // XPlatform itself needs no settings.
        ...(kind.kind !== 'XPlatform' && { requirements: { requiredResources: [platform] } }),
      },
    ],
  },
})

const platform = { requirementName: platformRequirement, apiVersion, kind: 'XPlatform', name: 'default' }

export const compositionFiles = (kind: ApiKind): readonly File[] =>
  [undefined, ...kind.providers].map(provider => ({
    path: `compositions/${compositionName(kind, provider)}.yaml`,
    text: header('apis') + toYaml(compositionOf(kind, provider)),
  }))
