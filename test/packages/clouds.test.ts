import { describe, expect, it } from 'vitest'
import { activationPolicy } from '../../packages/configuration/activation.ts'
import { cloudNames, clouds, commonGroups } from '../../packages/clouds.ts'
import { commonRights, composeRights, composeVerbs, readVerbs, type Rule } from '../../packages/install/rights.ts'
import { composedResources, resourceOf } from '../../packages/resources.ts'
import { emittedAnywhere, emittedOn } from './emitted.ts'

/** What Crossplane may do by its own chart (2.4), and for XRs by its RBAC manager. */
const crossplaneRights: readonly Rule[] = [
  { apiGroups: [''], resources: ['secrets', 'configmaps'], verbs: composeVerbs },
  { apiGroups: ['apps'], resources: ['deployments'], verbs: composeVerbs },
  { apiGroups: ['protection.crossplane.io', 'platform.roadbed.dev'], resources: ['*'], verbs: ['*'] },
]

const allows = (rules: readonly Rule[], group: string, plural: string, verb: string): boolean =>
  rules.some(
    ({ apiGroups, resources, verbs }) =>
      apiGroups.includes(group) &&
      (resources.includes(plural) || resources.includes('*')) &&
      (verbs.includes(verb) || verbs.includes('*')),
  )

/** Of Kubernetes and of Crossplane itself. */
const everywhere = [...commonGroups, 'protection.crossplane.io']

describe.each(cloudNames)('who chooses %s', cloud => {
  const { title, providers, clusterGroups } = clouds[cloud]
  const emitted = emittedOn(title)
  const groups = providers.flatMap(provider => provider.groups)
  const composedHere = async () => [...(await emitted).composed].map(resourceOf)

  /** The RBAC manager lets Crossplane do everything with the kinds of an installed provider. */
  const providerRights = { apiGroups: groups, resources: ['*'], verbs: ['*'] }

  it('gets a package, or the right, for every kind that a claim there composes', async () => {
    const rules = [...crossplaneRights, ...commonRights(), ...composeRights(cloud), providerRights]
    const refused = (await composedHere()).flatMap(({ group, plural }) =>
      composeVerbs.filter(verb => !allows(rules, group, plural, verb)).map(verb => `${verb} ${plural}.${group}`),
    )
    expect(refused).toEqual([])
  })

  it('gets the right to read everything that the function asks for', async () => {
    const rules = [...crossplaneRights, ...commonRights(), ...composeRights(cloud), providerRights]
    const refused = [...(await emitted).required]
      .map(resourceOf)
      .flatMap(({ group, plural }) =>
        readVerbs.filter(verb => !allows(rules, group, plural, verb)).map(verb => `${verb} ${plural}.${group}`),
      )
    expect(refused).toEqual([])
  })

  it('gets the status of each kind too, or Crossplane says that rights are missing whenever something else refuses it', () => {
    const lacking = composeRights(cloud).flatMap(({ apiGroups: [group = ''], resources }) =>
      composedResources().flatMap(resource =>
        resource.group === group && resource.hasStatus && !resources.includes(`${resource.plural}/status`)
          ? [`${resource.plural}/status.${group}`]
          : [],
      ),
    )
    expect(lacking).toEqual([])
  })

  it('gets no right and no provider that nothing there uses', async () => {
    const used = new Set(
      (await composedHere()).flatMap(({ group, plural, hasStatus }) => [
        `${plural}.${group}`,
        ...(hasStatus ? [`${plural}/status.${group}`] : []),
      ]),
    )
    const granted = composeRights(cloud).flatMap(({ apiGroups, resources }) =>
      resources.map(plural => `${plural}.${apiGroups.join()}`),
    )
    const activated = providers.flatMap(provider => activationPolicy(provider).spec.activate)
    expect([...granted, ...activated].filter(name => !used.has(name))).toEqual([])
    expect([...groups, ...clusterGroups].filter(group => ![...used].some(name => name.endsWith(`.${group}`)))).toEqual(
      [],
    )
  })

  it('has every managed resource of a claim there activated, or it would never be made', async () => {
    const activated = providers.flatMap(provider => activationPolicy(provider).spec.activate)
    const managed = (await composedHere()).filter(resource => resource.managed)
    expect(managed.map(({ group, plural }) => `${plural}.${group}`).toSorted()).toEqual(activated.toSorted())
  })
})

describe('environments and services, on every cloud', () => {
  const rules = commonRights()
  const emitted = emittedAnywhere()

  it('can be composed with the rights that every bundle grants, and those that Crossplane has', async () => {
    const { composed, required } = await emitted
    const lacking = (names: ReadonlySet<string>, verbs: readonly string[]) =>
      [...names]
        .map(resourceOf)
        .flatMap(({ group, plural }) =>
          verbs
            .filter(verb => !allows([...crossplaneRights, ...rules], group, plural, verb))
            .map(verb => `${verb} ${plural}`),
        )
    expect([lacking(composed, composeVerbs), lacking(required, readVerbs)]).toEqual([[], []])
  })

  it('needs every one of them', async () => {
    const used = new Set(
      [...(await emitted).composed]
        .map(resourceOf)
        .flatMap(({ plural, hasStatus }) => (hasStatus ? [plural, `${plural}/status`] : [plural])),
    )
    const granted = rules.filter(({ resourceNames }) => !resourceNames).flatMap(({ resources }) => resources)
    expect(granted.filter(plural => !used.has(plural))).toEqual([])
  })

  it('binds the roles that it grants and no other, or Crossplane makes anybody an administrator', () => {
    const binding = rules.filter(({ verbs }) => verbs.includes('bind'))
    expect(binding).toEqual([
      expect.objectContaining({
        resources: ['clusterroles'],
        resourceNames: ['admin', 'edit', 'roadbed:operator', 'view'],
      }),
    ])
    expect(rules.flatMap(({ verbs }) => verbs)).not.toContain('escalate')
  })
})

it('has every kind that we compose on some cloud, or a new kind is installed nowhere', () => {
  const ofClouds = cloudNames.flatMap(cloud => [
    ...clouds[cloud].clusterGroups,
    ...clouds[cloud].providers.flatMap(({ groups }) => groups),
  ])
  const known = new Set([...everywhere, ...ofClouds])
  const homeless = composedResources().filter(({ group }) => !known.has(group))
  expect(homeless).toEqual([])
})

it('does not take the name of the policy that Crossplane’s chart makes, or an upgrade of it would undo ours', () => {
  const names = cloudNames.flatMap(cloud => clouds[cloud].providers.map(each => activationPolicy(each).metadata.name))
  expect(names).not.toContain('default')
  expect(new Set(names).size).toBe(names.length)
})
