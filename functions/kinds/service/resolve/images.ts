import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import type { EnvironmentType } from '../../../../apis/platform/classes.ts'
import type { Refusal } from '../../../runtime/errors.ts'
import { imageRefusals } from '../../../settings/images.ts'
import type { jobsOf } from './jobs.ts'

/** What is wrong with any image of a service, each told once. */
export const imagesRefusals = (
  image: string,
  jobs: ReturnType<typeof jobsOf>,
  { additionalContainers = [] }: ServiceSpec,
  type: EnvironmentType,
  platform: PlatformSpec,
): readonly Refusal[] =>
  [
    { path: 'spec.image', image },
    ...jobs.filter(job => job.image !== image).map(job => ({ path: `${job.path}.image`, image: job.image })),
    ...additionalContainers.map(one => ({ path: `spec.additionalContainers[${one.name}].image`, image: one.image })),
  ].flatMap(one => (one.image === '' ? [] : imageRefusals(one.image, one.path, type, platform)))
