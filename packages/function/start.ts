import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { load } from './load.ts'

/**
 * Code that is hot gets to V8's last compiler without the one before it, whose code and notes cost 30 MiB and save no time. And
 * the heap may grow by a quarter between two collections, not fourfold: requests in transit, which lie outside of it and are gone with
 * their call, don't count as growth, or a megabyte of claim has all of the heap searched every twenty calls.
 */
const flags = ['--no-maglev', '--heap-growing-percent=25', '--external-memory-accounted-in-global-limit']

/**
 * Milliseconds. V8 takes code that was compiled before, Node's own too, only under the flags of then: with these from the start, all of
 * `node:http2` would be compiled anew, a sixth of what a new pod takes for its first answer.
 */
const flagsAfter = 1000

/** The image's program: the bundle, with what V8 compiled of it when the image was built. */
const [filename, cache] = ['main.cjs', 'main.cache'].map(name => join(__dirname, name)) as [string, string]
const { program, script } = load(readFileSync(filename), filename, readFileSync(cache))
if (process.env['DEBUG'] === 'true' && script.cachedDataRejected) console.error('main.cache is not used')
void program.main()
setTimeout(() => flags.forEach(flag => setFlagsFromString(flag)), flagsAfter).unref()
