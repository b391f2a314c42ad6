import { describe, expect, it } from 'vitest'
import { kinds } from '../../../apis/index.ts'
import { operatorRoles, platformRole, tenantRoles } from '../../../packages/install/roles.ts'

/** What a role of Kubernetes gets from ours: `admin` has what `edit` has, and `edit` what `view` has. */
const gained = (role: 'view' | 'edit' | 'admin', plural: string): readonly string[] => {
  const below = { view: ['view'], edit: ['view', 'edit'], admin: ['view', 'edit', 'admin'] }[role]
  const gathered = tenantRoles()
    .filter(({ metadata }) =>
      below.some(name => metadata.labels[`rbac.authorization.k8s.io/aggregate-to-${name}`] === 'true'),
    )
    .flatMap(({ rules = [] }) => rules)
  return gathered.filter(({ resources }) => resources.includes(plural)).flatMap(({ verbs }) => verbs)
}

const read = ['get', 'list', 'watch']
const namespaced = kinds.filter(({ scope }) => scope === 'Namespaced').map(({ plural }) => plural)
const cluster = kinds.filter(({ scope }) => scope === 'Cluster').map(({ plural }) => plural)

describe.each(namespaced)('with the namespaced kind %s', plural => {
  it('a viewer only looks', () => {
    expect(gained('view', plural)).toEqual(read)
  })

  it('an editor can use it, or no developer could claim anything', () => {
    expect(gained('edit', plural)).toEqual([...read, 'create', 'update', 'patch', 'delete'])
  })

  it('only an admin removes all of a namespace in one call', () => {
    expect(gained('admin', plural)).toContain('deletecollection')
  })
})

describe.each(cluster)('with the cluster-scoped kind %s', plural => {
  it.each(['view', 'edit', 'admin'] as const)('%s never writes, or a tenant could decide for all others', role => {
    expect(new Set(gained(role, plural))).toEqual(new Set(read))
  })
})

it('nobody becomes the platform team by a role that many have', () => {
  const { metadata, rules = [] } = platformRole()
  expect(Object.keys(metadata.labels).filter(label => label.includes('aggregate'))).toEqual([])
  expect(rules.flatMap(({ resources }) => resources)).toEqual(cluster)
})

describe('`kubectl scale` of a service', () => {
  it('is open to whoever may edit it and to operators, and to nobody who only looks', () => {
    expect(gained('edit', 'xservices/scale')).toEqual(['patch', 'update'])
    expect(gained('view', 'xservices/scale')).toEqual([])
    const rules = operatorRoles().flatMap(role => role.rules ?? [])
    expect(rules.filter(({ resources }) => resources.includes('xservices/scale'))).toHaveLength(1)
  })
})

describe('an operator', () => {
  const [gathered, own] = operatorRoles()

  it('has what a viewer has and its own, whoever adds to them', () => {
    expect(gathered).toMatchObject({
      metadata: { name: 'roadbed:operator' },
      aggregationRule: {
        clusterRoleSelectors: [
          { matchLabels: { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' } },
          { matchLabels: { 'platform.roadbed.dev/aggregate-to-operator': 'true' } },
        ],
      },
    })
    expect(own?.metadata.labels).toHaveProperty(['platform.roadbed.dev/aggregate-to-operator'], 'true')
    expect(gathered).not.toHaveProperty('rules')
  })

  it('restarts and scales, and gets at no Secret: neither by reading nor by a pod of its own', () => {
    const rights = (own && 'rules' in own ? (own.rules ?? []) : []).flatMap(({ resources, verbs }) =>
      resources.flatMap(resource => verbs.map(verb => `${verb} ${resource}`)),
    )
    expect(rights).toEqual(expect.arrayContaining(['delete pods', 'create pods/eviction', 'patch deployments/scale']))
    expect(
      rights.filter(right => /secrets|exec|attach|^(create|patch|update) (pods|deployments|jobs)$/.test(right)),
    ).toEqual([])
  })
})
