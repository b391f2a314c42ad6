import type { EnvironmentDatabase } from '../../../../apis/environment/database.ts'
import type { EnvironmentSpec } from '../../../../apis/environment/schema.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import type { Observed } from '../../../runtime/observed.ts'
import { imageRefusals } from '../../../settings/images.ts'
import { allowanceOf, amountRefusals } from '../../pod/resources.ts'
import { madeChild } from '../child.ts'
import type { Seed } from '../seed/seed.ts'
import type { Cloned } from '../take-over.ts'

/** What is to be loaded. In Production nothing is: its customers' data comes from its customers, and a seed there is for its clones. */
export const seedsOf = ({ type, databases = [] }: EnvironmentSpec): readonly Seed[] =>
  type === 'Production' ? [] : databases.flatMap(({ name, seed }) => (seed ? [decided(name, seed)] : []))

const decided = (
  database: string,
  { image, command, args = [], timeoutSeconds = 600, resources = {} }: NonNullable<EnvironmentDatabase['seed']>,
): Seed => ({ database, image, command, args, timeoutSeconds, allowance: allowanceOf(resources) })

/** Images and amounts that can't be had, and databases that are to be seeded of which nobody says with what. */
export const seedRefusals = (
  { spec, unseeded }: Cloned,
  observed: Observed,
  platform: PlatformSpec,
): readonly Refusal[] => [
  ...(spec.databases ?? []).flatMap(({ name, seed }) =>
    seed
      ? [
          ...imageRefusals(seed.image, `${pathOf(name)}.image`, spec.type, platform),
          ...amountRefusals(seed.resources ?? {}, `${pathOf(name)}.resources`),
        ]
      : [],
  ),
  ...(spec.databases ?? [])
    .filter(({ name, seed, spec: asked }) => seed && asked?.restoreFrom && isNew(name, observed))
    .map(({ name }) =>
      refuse(
        'InvalidCombination',
        pathOf(name),
        'the database is made of the backups of another one, and this would be loaded over them: take it out, or have the database made empty',
      ),
    ),
  ...(spec.type === 'Production' && spec.cloneFrom?.databases === 'Seed'
    ? [
        refuse(
          'InvalidCombination',
          'spec.cloneFrom.databases',
          'nothing is loaded in Production: write Empty, or give it another type',
        ),
      ]
    : unseeded
        // Of one that is there already nothing more is loaded.
        .filter(name => isNew(name, observed))
        .map(name =>
          refuse(
            'SeedRequired',
            pathOf(name),
            `cloneFrom.databases is Seed, and nobody says what is to be loaded: write it here, or into the same field of "${spec.cloneFrom?.environment}"`,
          ),
        )),
]

const isNew = (database: string, observed: Observed): boolean =>
  !madeChild(observed, { family: 'database', name: database })

const pathOf = (database: string): string => `spec.databases[${database}].seed`
