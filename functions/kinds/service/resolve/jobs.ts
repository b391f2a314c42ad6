import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import type { RolloutJob } from '../service.ts'
import { boundItems } from './bound-items.ts'

/** A job, with the field that asks for it. */
type Asked = RolloutJob & { readonly path: string }

/** What runs before a new version: migrations of what it is bound to first, then what the rollout names, each after the other. */
export const jobsOf = (spec: ServiceSpec, image: string): readonly Asked[] => [
  ...boundItems(spec).flatMap(({ item: { name, migration }, path }) =>
    migration ? [jobOf({ ...migration, name: `migrate-${name}` }, image, `${path}.migration`)] : [],
  ),
  ...(spec.rollout?.preDeploy ?? []).map(job => jobOf(job, image, `spec.rollout.preDeploy[${job.name}]`)),
]

type Wish = Pick<RolloutJob, 'name' | 'command'> & Partial<RolloutJob>

const jobOf = (
  { name, image, command, args = [], timeoutSeconds = 600 }: Wish,
  byDefault: string,
  path: string,
): Asked => ({
  name,
  image: image ?? byDefault,
  command,
  args,
  timeoutSeconds,
  path,
})
