import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

type Package = { optionalDependencies?: Record<string, string> }

const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')) as {
  packages: Record<string, Package>
}

/** A registry that lags behind on one platform's package leaves it out of the lock file, and `npm ci` then refuses. */
it('names every platform’s package, or `npm ci` fails before a newcomer sees anything', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(name => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`])
      .map(name => `${path} → ${name}`),
  )
  expect(missing).toEqual([])
})
