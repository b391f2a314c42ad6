import { defineConfig } from 'vitest/config'

/** Tests that look at one control plane. One process loads modules once for all its files: that takes longer than most of them. */
const onOnePlane = {
  globalSetup: ['test/e2e/shared/setup.ts'],
  setupFiles: ['test/e2e/shared/each-file.ts'],
  isolate: false,
}

/**
 * The real thing: control planes, minutes when their programs have to be built first. Not part of `npm test`. The folders of
 * `test/e2e/`:
 */
const projects = [
  // Side by side: whatever they make is in namespaces of their own, and they change nothing that others look at.
  { ...onOnePlane, name: 'shared', maxWorkers: 3, sequence: { groupOrder: 1 } },
  // One after the other, when those are done: they change the platform or rights, or end processes.
  { ...onOnePlane, name: 'alone', maxWorkers: 1, sequence: { groupOrder: 2 } },
  // A control plane from nothing to its end.
  { name: 'life', maxWorkers: 1, sequence: { groupOrder: 3 } },
  // Those that need a control plane that nobody else can use, or none.
  { name: 'own', maxWorkers: 1, sequence: { groupOrder: 4 } },
]

export default defineConfig({
  test: {
    projects: projects.map(project => ({
      test: {
        ...project,
        include: [`test/e2e/${project.name}/**/*.test.ts`],
        // A machine that is short of breath for a moment is no defect of ours; a second failure is.
        retry: 1,
        testTimeout: 180_000,
        hookTimeout: 25 * 60_000,
        // As `eventually` in test/e2e/objects.ts.
        expect: { poll: { interval: 250 } },
      },
    })),
  },
})
