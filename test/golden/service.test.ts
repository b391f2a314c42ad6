import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tidy } from '../../cli/output/stream.ts'
import { composedObjects } from '../../cli/render/session.ts'
import { objectAt } from '../../functions/runtime/read.ts'
import { toYaml } from '../../generate/yaml.ts'
import { example, exampleNames } from '../harness/files.ts'
import { convergeService } from '../harness/services.ts'

/** Reviewed as YAML in every change. `npm run test:unit -- --update` writes them anew. */
describe.each(exampleNames('service'))('the service %s', name => {
  it('composes what was reviewed, or a change replaces pods that nobody has looked at', async () => {
    const { plane, ref, convergence } = await convergeService(example('service', name))
    const { conditions: _conditions, ...status } = objectAt(convergence.composite, 'status')
    const composed = composedObjects({ plane, ref }).map(tidy)
    const text = [{ status }, ...composed].map(object => toYaml(object)).join('---\n')
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'service', `${name}.yaml`))
  })
})
