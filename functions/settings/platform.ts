import { apiVersion } from '../../apis/group.ts'
import { platformSpec, type PlatformSpec } from '../../apis/platform/schema.ts'
import { refuse } from '../runtime/errors.ts'
import type { Observed } from '../runtime/observed.ts'
import { objectAt } from '../runtime/read.ts'
import { oncePer } from '../runtime/remember.ts'
import { ok, refused, type Outcome } from '../runtime/result.ts'
import type { Readable } from '../runtime/unread.ts'
import { shapeOf } from './shape.ts'

/** The name of the requirement in the Compositions' steps that asks for the platform's settings. */
export const platformRequirement = 'platform'

export const platformPath = 'XPlatform/default spec'

const shape = shapeOf(platformSpec, 'InvalidPlatform')

/** Checks the spec of an XPlatform. */
export const parsePlatform = (spec: unknown): Outcome<PlatformSpec> => shape(spec, platformPath)

/** The server hands out the same object for the same version of the settings. */
const parsed = oncePer((platform: Readable) => parsePlatform(objectAt(platform, 'spec')))

/** The platform team's settings; an empty one when there is no XPlatform. */
export const platformOf = (observed: Observed): Outcome<PlatformSpec> => {
  const found = observed.required(platformRequirement)
  if (!found) {
    const step = 'Composition spec.pipeline[].requirements'
    return refused(
      refuse('PlatformNotRequested', step, `ask for ${apiVersion} XPlatform default as ${platformRequirement}`),
    )
  }
  return found[0] ? parsed(found[0]) : ok({})
}

/** Whom to ask, in one sentence; empty when the platform does not say. */
export const supportOf = (observed: Observed): string => {
  const platform = platformOf(observed)
  const { slackChannel, ticketUrl, docs, officeHours } = (platform.ok && platform.value.support) || {}
  const ways = [
    slackChannel && `ask in ${slackChannel}`,
    ticketUrl && `open a ticket at ${ticketUrl}`,
    officeHours && `come to the office hours (${officeHours})`,
    docs && `read ${docs}`,
  ]
    .filter(way => way)
    .join(', ')
  return ways && `Need help? ${ways.charAt(0).toUpperCase()}${ways.slice(1)}.`
}
