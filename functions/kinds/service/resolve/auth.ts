import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Ingress } from '../../../../apis/service/ingress.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { platformPath } from '../../../settings/platform.ts'

/** Authentication that would tell passwords to everybody on the way, or that asks somebody whom the platform does not know. */
export const authRefusals = (
  { auth, tls, pathType }: Ingress,
  path: string,
  { integrations = {} }: PlatformSpec,
): readonly Refusal[] => {
  if (!auth) return []
  const providers = integrations.identityProviders ?? []
  return [
    ...(tls?.mode === 'Disabled'
      ? [
          refuse(
            'InvalidCombination',
            `${path}.auth`,
            'over plain HTTP passwords and tokens can be read on the way: leave tls.mode Disabled out',
          ),
        ]
      : []),
    ...(auth.mode === 'OIDC' && pathType === 'Exact'
      ? [
          refuse(
            'InvalidCombination',
            `${path}.pathType`,
            'the login comes back to a path below this one: use pathType Prefix',
          ),
        ]
      : []),
    ...(auth.mode === 'Basic' ? [] : unknownProvider(auth.provider, path, providers)),
  ]
}

const unknownProvider = (
  wanted: string | undefined,
  path: string,
  providers: readonly { readonly name: string }[],
): readonly Refusal[] => {
  if (providers.length === 0)
    return [
      refuse(
        'MissingIntegration',
        `${platformPath}.integrations.identityProviders`,
        'the platform does not say who tells who asks',
      ),
    ]
  const names = providers.map(({ name }) => name)
  return wanted === undefined || names.includes(wanted)
    ? []
    : [
        refuse(
          'UnknownIssuer',
          `${path}.auth.provider`,
          `there is no identity provider "${wanted}"; there are ${names.join(', ')}`,
        ),
      ]
}
