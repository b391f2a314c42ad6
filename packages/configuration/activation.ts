import type { ProviderPackage } from '../clouds.ts'
import { composedResources } from '../resources.ts'

/**
 * Activates exactly the managed resources that Roadbed composes. Policies add up and never take away, so it is harmless
 * beside the `*` of a default installation, and needed where a platform team has removed that.
 */
export const activationPolicy = ({ name, groups }: ProviderPackage) => ({
  apiVersion: 'apiextensions.crossplane.io/v1alpha1',
  kind: 'ManagedResourceActivationPolicy',
  metadata: { name: `roadbed-${name}` },
  spec: {
    activate: composedResources()
      .filter(({ managed, group }) => managed && groups.includes(group))
      .map(({ plural, group }) => `${plural}.${group}`)
      .toSorted(),
  },
})
