import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setLateFlags } from './late-flags.ts'
import { load } from './load.ts'

/** The image's program: the bundle, with what V8 compiled of it when the image was built. */
const [filename, cache] = ['main.cjs', 'main.cache'].map(name => join(__dirname, name)) as [string, string]
const { program, script } = load(readFileSync(filename, 'utf8'), filename, readFileSync(cache))
if (process.env['DEBUG'] === 'true' && script.cachedDataRejected) console.error('main.cache is not used')
void program.main()
setLateFlags()
