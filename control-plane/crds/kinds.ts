import { group as ownGroup } from '../../apis/group.ts'
import { loadRegistry } from '../../simulator/schema/registry.ts'
import type { KindSchema } from '../../simulator/schema/structural.ts'

/** The group of a kind; empty for Kubernetes' first ones. */
export const groupOf = ({ apiVersion }: Pick<KindSchema, 'apiVersion'>): string =>
  apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : ''

/** The kinds that we compose and nobody else brings: our own come with the package, Usages with Crossplane, the rest with Kubernetes. */
export const foreignKinds = (): readonly KindSchema[] =>
  [...loadRegistry().values()].filter(kind => {
    const group = groupOf(kind)
    return group.includes('.') && group !== ownGroup && !broughtByOthers.has(group)
  })

const broughtByOthers = new Set(['protection.crossplane.io', 'networking.k8s.io', 'rbac.authorization.k8s.io'])
