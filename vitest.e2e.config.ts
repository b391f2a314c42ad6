import { defineConfig } from 'vitest/config'
import { pollInterval } from './test/e2e/poll-interval.ts'

/** Tests that look at one control plane. */
const onOnePlane = {
  globalSetup: ['test/e2e/shared/setup.ts'],
  setupFiles: ['test/e2e/shared/each-file.ts'],
}

/**
 * The real thing: control planes, minutes when their programs have to be built first. Not part of `npm test`. The folders of
 * `test/e2e/`:
 */
const projects = [
  // Side by side: whatever they make is in namespaces of their own, and they change nothing that others look at.
  { ...onOnePlane, name: 'shared', maxWorkers: 3, sequence: { groupOrder: 1 } },
  // One after the other: they change the platform or rights, or end processes. `npm run test:e2e` gives them a control plane of
  // their own beside the others'; in one run of both they have the same one, when those are done.
  { ...onOnePlane, name: 'alone', maxWorkers: 1, sequence: { groupOrder: 2 } },
  // A control plane from nothing to its end.
  { name: 'life', maxWorkers: 1, sequence: { groupOrder: 3 } },
  // One that begins with the last release, and what only one can be used for that nobody else looks at.
  { name: 'upgraded', maxWorkers: 1, sequence: { groupOrder: 4 } },
  // Those that need none.
  { name: 'own', maxWorkers: 1, sequence: { groupOrder: 5 } },
  // An hour in which nothing happens: not part of `npm run test:e2e`, but `npm run test:e2e -- hour`.
  { ...onOnePlane, name: 'hour', maxWorkers: 1, sequence: { groupOrder: 6 } },
]

export default defineConfig({
  test: {
    // Node itself reads TypeScript, in half the time, and keeps what it has compiled.
    experimental: { viteModuleRunner: false },
    projects: projects.map(project => ({
      test: {
        ...project,
        // One process loads modules once for all its files: that takes longer than most of them.
        isolate: false,
        include: [`test/e2e/${project.name}/**/*.test.ts`],
        // A machine that is short of breath for a moment is no defect of ours; a second failure is.
        retry: 1,
        testTimeout: 180_000,
        hookTimeout: 25 * 60_000,
        expect: { poll: { interval: pollInterval } },
      },
    })),
  },
})
