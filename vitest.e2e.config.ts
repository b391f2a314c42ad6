import { defineConfig } from 'vitest/config'

/**
 * The real thing: control planes, minutes when their programs have to be built first. Not part of `npm test`. `shared` are the
 * tests that look at one control plane, one after the other; each of `own` brings one up for itself.
 */
const projects = [
  { name: 'shared', globalSetup: ['test/e2e/shared/setup.ts'] },
  { name: 'own', globalSetup: [] },
]

export default defineConfig({
  test: {
    projects: projects.map(({ name, globalSetup }) => ({
      test: {
        name,
        include: [`test/e2e/${name}/**/*.test.ts`],
        globalSetup,
        // A machine that is short of breath for a moment is no defect of ours; a second failure is.
        retry: 1,
        testTimeout: 180_000,
        hookTimeout: 25 * 60_000,
        fileParallelism: false,
      },
    })),
  },
})
