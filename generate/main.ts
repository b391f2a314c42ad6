import { parseArgs } from 'node:util'
import { kinds } from '../apis/index.ts'
import { compositionFiles } from './composition.ts'
import { crdFiles, kubernetesFiles } from './crd/write.ts'
import { definitionFile } from './definition.ts'
import { capabilitiesFile } from './docs/capabilities.ts'
import { complianceFile } from './docs/compliance.ts'
import { errorsFile } from './docs/errors.ts'
import { jsonSchemaFile } from './docs/json-schema.ts'
import { referenceFile } from './docs/reference.ts'
import { stale, write } from './files.ts'
import { rootCertificateFiles } from './root-certificates.ts'

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, crds: { type: 'string' }, kubernetes: { type: 'string' } },
})
const root = new URL('..', import.meta.url).pathname

const files = [
  ...kinds.flatMap(kind => [
    definitionFile(kind),
    ...compositionFiles(kind),
    referenceFile(kind),
    jsonSchemaFile(kind),
  ]),
  errorsFile(),
  capabilitiesFile(),
  complianceFile(),
  ...rootCertificateFiles(),
  ...(values.crds ? crdFiles(values.crds) : []),
  ...(values.kubernetes ? kubernetesFiles(values.kubernetes) : []),
]

if (values.check) {
  const drift = stale(files, root)
  if (drift.length > 0) {
    console.error(`not up to date, run \`npm run generate\`:\n${drift.map(path => `  ${path}`).join('\n')}`)
    process.exitCode = 1
  } else console.log(`${files.length} generated files are up to date`)
} else {
  const changed = write(files, root)
  console.log(
    changed.length > 0 ? `written:\n${changed.map(path => `  ${path}`).join('\n')}` : 'everything is up to date',
  )
}
