import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Most of its time it waits for a minute to pass: begun last, it alone would hold up the end, and the machine would idle. */
const waits = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('/lifecycle.test.ts')

/** What waits, and then the others in Vitest's own order. */
export class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = files.filter(file => !waits(file))
    // oxlint-disable-next-line unicorn/no-array-sort -- it is Vitest's, not the array's
    return [...files.filter(waits), ...(await super.sort(others))]
  }
}
