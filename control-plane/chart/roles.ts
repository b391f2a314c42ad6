import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { isObject, type JsonObject } from '../../functions/runtime/json.ts'
import { chartOf } from '../binaries/build.ts'
import { renderTemplate } from './render.ts'

/** The templates that say what Crossplane and its RBAC manager may do, and nothing else. */
const templates = [
  'clusterrole.yaml',
  'clusterrolebinding.yaml',
  'rbac-manager-allowed-provider-permissions.yaml',
  'rbac-manager-clusterrole.yaml',
  'rbac-manager-clusterrolebinding.yaml',
  'rbac-manager-managed-clusterroles.yaml',
] as const

/** The ClusterRoles and bindings that Crossplane's own Helm chart makes. @throws a sentence, when they are not as we know them */
export const chartRoles = (coreBinary: string): readonly JsonObject[] =>
  templates.flatMap(name => rolesOf(name, readFileSync(join(chartOf(coreBinary), name), 'utf8')))

/** What a single template makes. @throws a sentence */
export const rolesOf = (name: string, template: string): readonly JsonObject[] =>
  parseAllDocuments(renderTemplate(name, template)).flatMap(document => {
    const object: unknown = document.toJS()
    if (object === null) return []
    const right = isObject(object) && (object['kind'] === 'ClusterRole' || object['kind'] === 'ClusterRoleBinding')
    if (document.errors.length > 0 || !right)
      throw new Error(`${name} of Crossplane’s chart holds something else than a ClusterRole or a binding of one`)
    return [object]
  })
