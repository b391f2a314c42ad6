import { stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPackages, rootFolder } from './build.ts'
import { writeEntries } from './files.ts'
import { imageFiles } from './function/root-file-system.ts'
import { writeBundles } from './install/bundle.ts'
import { root } from './root.ts'

/** `npm run build`: the packages, and what a platform team applies to install them. */
try {
  const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') } } })
  const files = await imageFiles()
  await writeEntries(rootFolder(values.out), [...files.node, ...files.program])
  for (const { file } of await buildPackages({ ...values, files })) {
    const { size } = await stat(file)
    console.log(`${(size / 1e6).toFixed(1).padStart(6)} MB  ${relative(process.cwd(), file)}`)
  }
  await writeBundles(values.out)
  console.log(`           ${relative(process.cwd(), join(values.out, 'install'))}/`)
} catch (error) {
  console.error(`build: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
