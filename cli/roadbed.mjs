#!/usr/bin/env node
// The sources are TypeScript, which Node runs as it is from 22.18 on. An older Node hands over to the project's own.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const main = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, 'main.ts')

if (process.features.typescript) {
  await import(main)
} else {
  const own = join(main, '..', '..', 'node_modules', '.bin', 'node')
  if (!existsSync(own)) {
    console.error(`roadbed: this is Node ${process.version}; it needs 22.18 or newer`)
    process.exit(2)
  }
  process.exit(spawnSync(own, [main, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 2)
}
