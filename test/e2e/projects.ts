/** Tests that look at one control plane. */
const onOnePlane = {
  globalSetup: ['test/e2e/shared/setup.ts'],
  setupFiles: ['test/e2e/shared/each-file.ts'],
}

/** The folders beside this, in the order in which one run of all of them has them. */
export const projects = [
  // Side by side: whatever they make is in namespaces of their own, and they change nothing that others look at.
  { ...onOnePlane, name: 'shared', maxWorkers: 4 },
  // One after the other: they change the platform or rights, or end processes. `npm run test:e2e` gives them a control plane of
  // their own beside the others'; in one run of both they have the same one, when those are done.
  { ...onOnePlane, name: 'alone', maxWorkers: 1 },
  // A control plane from nothing to its end.
  { name: 'life', maxWorkers: 1 },
  // One that begins with the last release, and what only one can be used for that nobody else looks at.
  { name: 'upgraded', maxWorkers: 1 },
  // Those that need none.
  { name: 'own', maxWorkers: 1 },
  // An hour in which nothing happens.
  { ...onOnePlane, name: 'hour', maxWorkers: 1 },
  // One in kind, from nothing to its end: where Docker, kind and helm are.
  { name: 'kind', maxWorkers: 1 },
]

/** Not part of `npm run test:e2e`, but for instance of `npm run test:e2e -- hour`: it takes long, or needs what few machines have. */
export const onRequest: readonly string[] = ['hour', 'kind']
