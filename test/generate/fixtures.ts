import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of files for one test run. */
export const folderOf = (files: Readonly<Record<string, string>>): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'roadbed-generate-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), text)
  }
  return { path, remove: () => rmSync(path, { recursive: true }) }
}

/** A small CRD with a bit of everything that CRDs have. */
export const gadgetCrd = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: gadgets.example.org
spec:
  group: example.org
  scope: Namespaced
  names: { kind: Gadget, plural: gadgets }
  versions:
    - name: v1alpha1
      schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object } } } }
    - name: v1
      schema:
        openAPIV3Schema:
          type: object
          description: Somebody’s prose.
          properties:
            spec:
              type: object
              description: More of it.
              required: [size]
              properties:
                size: { type: integer, description: How big., minimum: 1, example: 3 }
                mode: { type: string, enum: [Fast, Safe], title: Mode, default: Safe }
                port: { x-kubernetes-int-or-string: true, anyOf: [{ type: integer }, { type: string }] }
                modes: { type: array, items: { type: string, enum: [A, B] } }
                labels: { type: object, additionalProperties: { type: string } }
                free: { x-kubernetes-preserve-unknown-fields: true, description: Anything. }
                dashed-name: { type: boolean }
                rules:
                  type: array
                  x-kubernetes-list-type: map
                  x-kubernetes-list-map-keys: [name]
                  items:
                    type: object
                    required: [name]
                    properties: { name: { type: string, maxLength: 9 }, weight: { type: number, nullable: true } }
              x-kubernetes-validations:
                - { rule: "self.size < 9", message: too big }
            status:
              type: object
              properties: { id: { type: string } }
`
