import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import type { RolloutJob } from '../service.ts'

/** A job, with the field that asks for it. */
type Asked = RolloutJob & { readonly path: string }

/** What runs before a new version: migrations of the databases first, then what the rollout names, each after the other. */
export const jobsOf = ({ databases = [], rollout = {} }: ServiceSpec, image: string): readonly Asked[] => [
  ...databases.flatMap(({ name, migration }) =>
    migration ? [jobOf({ ...migration, name: `migrate-${name}` }, image, `spec.databases[${name}].migration`)] : [],
  ),
  ...(rollout.preDeploy ?? []).map(job => jobOf(job, image, `spec.rollout.preDeploy[${job.name}]`)),
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
