import { annotations, crossplaneConstraint } from '../configuration/metadata.ts'
import type { PackageContent } from '../configuration/configurations.ts'
import { functionName } from '../names.ts'

/** The function's package: it composes, and is no operation. Its input is generated into the Compositions: nobody writes it. */
export const functionContent = (): PackageContent => ({
  name: functionName,
  objects: [
    {
      apiVersion: 'meta.pkg.crossplane.io/v1',
      kind: 'Function',
      metadata: { name: functionName, annotations: annotations('Composes the resources of every Roadbed claim.') },
      spec: { crossplane: { version: crossplaneConstraint }, capabilities: ['composition'] },
    },
  ],
})
