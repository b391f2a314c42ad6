/**
 * Takes on standard input the bundle, and then what a client sends, each part after its length. Answers it, and writes what V8 has
 * compiled by then. Does nothing else: memory that is used a second time leaves its traces in what V8 writes, and equal sources would
 * not give equal bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { hearAll } from './hear-all.ts'
import { load } from './load.ts'

/** The parts of a message that are each after their length. */
const parts = function* (input: Buffer): Generator<Buffer> {
  for (let at = 0; at < input.length;) {
    const end = at + 4 + input.readUInt32LE(at)
    yield input.subarray(at + 4, end)
    at = end
  }
}

const [code, ...chunks] = parts(readFileSync(0))
if (!code) throw new Error('there is no bundle on standard input')
const { program, script } = load(code.toString('latin1'), '/function/main.cjs')
const { createAnswer, createService, kinds } = program
const answer = createAnswer({ kinds, now: () => 0, seed: () => new Uint8Array(32) })
const { connections } = createService({ answer, maxReceive: Infinity, maxConnectionAge: Infinity })
hearAll(connections, chunks)
writeFileSync(1, script.createCachedData())
