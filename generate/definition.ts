import { toYaml } from './yaml.ts'
import { group, version } from '../apis/group.ts'
import type { ApiKind } from '../apis/kind.ts'
import type { File } from './files.ts'
import { structural } from './structural.ts'

/** The XRD of a kind, as an object. */
export const definitionOf = (kind: ApiKind) => ({
  apiVersion: 'apiextensions.crossplane.io/v2',
  kind: 'CompositeResourceDefinition',
  metadata: { name: `${kind.plural}.${group}` },
  spec: {
    group,
    scope: kind.scope,
    names: {
      kind: kind.kind,
      listKind: `${kind.kind}List`,
      plural: kind.plural,
      singular: kind.singular,
      shortNames: kind.shortNames,
      categories: ['platform'],
    },
    defaultCompositionRef: { name: compositionName(kind) },
    versions: [
      {
        name: version,
        served: true,
        referenceable: true,
        additionalPrinterColumns: kind.columns,
        ...(kind.scale && {
          subresources: {
            scale: {
              specReplicasPath: kind.scale.spec,
              statusReplicasPath: kind.scale.status,
              labelSelectorPath: kind.scale.selector,
            },
          },
        }),
        schema: {
          openAPIV3Schema: {
            type: 'object',
            description: kind.description,
            properties: { spec: structural(kind.spec, 'spec'), status: structural(kind.status, 'status') },
            ...(kind.rules && { 'x-kubernetes-validations': kind.rules }),
          },
        },
      },
    ],
  },
})

export const definitionFile = (kind: ApiKind): File => ({
  path: `apis/${folderOf(kind)}/definition.yaml`,
  text: header('apis') + toYaml(definitionOf(kind)),
})

/** `XDatabase` lives in `apis/database`. */
export const folderOf = ({ kind }: ApiKind): string => kind.slice(1).toLowerCase()

export const compositionName = (kind: ApiKind, provider?: string): string =>
  [folderOf(kind), ...(provider ? [provider.toLowerCase()] : [])].join('-')

export const header = (source: string): string => `# Generated from ${source}/ by \`npm run generate\`. Do not edit.\n`
