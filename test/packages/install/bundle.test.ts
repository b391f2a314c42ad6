import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { cloudNames, clouds, type Cloud } from '../../../packages/clouds.ts'
import { bundleFiles } from '../../../packages/install/bundle.ts'
import { functionObject } from '../../../packages/names.ts'
import { version } from '../../../packages/version.ts'
import { readYaml } from '../../harness/files.ts'

/** What has to be applied; not the examples. */
const objects = (cloud: Cloud, prefix = ''): readonly JsonObject[] =>
  bundleFiles(cloud)
    .filter(({ path }) => path.startsWith(prefix) && !path.startsWith('examples/'))
    .flatMap(({ content }) => parseAllDocuments(content?.toString() ?? '').map(part => part.toJS() as JsonObject))

describe.each(cloudNames)('the bundle for %s', cloud => {
  it('installs our packages in this version, and names no provider: the Configuration brings exactly its own', () => {
    const packages = objects(cloud).flatMap(object => textAt(object, 'spec', 'package') ?? [])
    const expected = [
      'function-roadbed',
      'roadbed',
      ...(clouds[cloud].providers.length > 0 ? [`roadbed-${cloud}`] : []),
    ]
    expect(packages).toEqual(expected.map(name => `xpkg.crossplane.io/roadbed/${name}:${version}`))
  })

  it('holds no object twice, and no definition of a kind that a package owns', () => {
    const names = objects(cloud).map(object => `${textAt(object, 'kind')} ${textAt(object, 'metadata', 'name')}`)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter(name => /^(Custom|Composite)ResourceDefinition|^Composition/.test(name))).toEqual([])
  })

  it('has the same in common with every other, so that two can be applied together', () => {
    const nameOf = (object: JsonObject) => `${textAt(object, 'kind')} ${textAt(object, 'metadata', 'name')}`
    const first = new Map(objects('kubernetes').map(object => [nameOf(object), object]))
    const common = objects(cloud).filter(object => first.has(nameOf(object)))
    expect(common.length).toBeGreaterThan(5)
    expect(common.map(object => first.get(nameOf(object)))).toEqual(common)
  })
})

describe('the function', () => {
  const all = objects('aws', '2-')
  const byKind = (kind: string) => all.find(object => object['kind'] === kind)
  const pod = objectAt(byKind('DeploymentRuntimeConfig'), 'spec', 'deploymentTemplate', 'spec', 'template', 'spec')

  it('is the object that every Composition calls, or Crossplane would install a second one', () => {
    const { pipeline } = objectAt(readYaml('compositions/database.yaml'), 'spec')
    expect(textAt(byKind('Function'), 'metadata', 'name')).toBe(functionObject)
    expect(JSON.stringify(pipeline)).toContain(`"functionRef":{"name":"${functionObject}"}`)
  })

  it('uses the runtime configuration that comes with it', () => {
    expect(textAt(byKind('Function'), 'spec', 'runtimeConfigRef', 'name')).toBe(
      textAt(byKind('DeploymentRuntimeConfig'), 'metadata', 'name'),
    )
  })

  it('keeps one replica while a node is drained', () => {
    expect(objectAt(byKind('PodDisruptionBudget'), 'spec')).toEqual({
      minAvailable: 1,
      selector: { matchLabels: { 'pkg.crossplane.io/function': functionObject } },
    })
    expect(objectAt(byKind('DeploymentRuntimeConfig'), 'spec', 'deploymentTemplate', 'spec')['replicas']).toBe(2)
  })

  it('is let into a namespace that enforces the restricted pod security standard', () => {
    const [container] = pod['containers'] as JsonObject[]
    expect(objectAt(pod, 'securityContext')).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    })
    expect(objectAt(container, 'securityContext')).toMatchObject({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    })
  })
})

it('tells an example from what has to be applied: it lies in a folder that kubectl does not enter', () => {
  const paths = cloudNames.flatMap(cloud => bundleFiles(cloud).map(({ path }) => path))
  expect(new Set(paths)).toEqual(
    new Set(['1-rbac.yaml', '2-function.yaml', '3-configuration.yaml', 'examples/provider-config.yaml']),
  )
})
