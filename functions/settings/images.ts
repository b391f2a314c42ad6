import type { EnvironmentType } from '../../apis/platform/classes.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../runtime/errors.ts'
import { ok, refused, type Outcome } from '../runtime/result.ts'
import type { Claim } from '../runtime/observed.ts'
import { isLasting } from './environment.ts'
import { platformPath } from './platform.ts'

/** The image that a claim names, or else the one that the platform names after it. */
export const imageOf = (asked: string | undefined, claim: Claim, { registry = {} }: PlatformSpec): Outcome<string> => {
  const image =
    asked ?? registry.imageTemplate?.replaceAll('{namespace}', claim.namespace).replaceAll('{name}', claim.name)
  if (image === undefined) {
    const message = `name an image, such as registry.example.com/${claim.name}:1.0.0; the platform has no registry.imageTemplate to name one by`
    return refused(refuse('MissingImage', 'spec.image', message))
  }
  const rest = /\{[^}]*\}?|\}/.exec(image)?.[0]
  return rest === undefined
    ? ok(image)
    : refused(
        refuse(
          'InvalidPlatform',
          `${platformPath}.registry.imageTemplate`,
          `${rest} is neither {namespace} nor {name}`,
        ),
      )
}

/** What is wrong with an image here: where it comes from, or that nobody can tell what it will be tomorrow. */
export const imageRefusals = (
  image: string,
  path: string,
  type: EnvironmentType,
  { registry = {} }: PlatformSpec,
): readonly Refusal[] => [
  ...(registry.allowed && !registry.allowed.some(prefix => isBelow(image, prefix))
    ? [
        refuse(
          'ImageNotAllowed',
          path,
          `${image} does not come from ${registry.allowed.join(', ')}: push it there, or ask the platform team`,
        ),
      ]
    : []),
  ...(isLasting(type) && isMoving(image)
    ? [
        refuse(
          'ImageNotAllowed',
          path,
          `${image} may be another program tomorrow: in ${type} name a version or a digest`,
        ),
      ]
    : []),
]

/** The whole of a registry, of a path in it, or of one image: `registry.example.com/shop` is not `registry.example.com/shopping`. */
const isBelow = (image: string, prefix: string): boolean =>
  image === prefix ||
  image.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`) ||
  (/^[:@]/.test(image.slice(prefix.length)) && image.startsWith(prefix) && prefix.includes('/'))

/** Without a digest, and without a tag or with the one that always moves. */
export const isMoving = (image: string): boolean => !image.includes('@') && [undefined, 'latest'].includes(tagOf(image))

/** The tag of an image: a colon before the last slash is a registry's port. */
export const tagOf = (image: string): string | undefined => {
  const [name = ''] = image.split('@')
  const colon = name.lastIndexOf(':')
  return colon > name.lastIndexOf('/') ? name.slice(colon + 1) : undefined
}
