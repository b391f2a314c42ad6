import { defineConfig } from 'vitest/config'

/** The real thing: a control plane of its own, minutes when its programs have to be built first. Not part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    // A machine that is short of breath for a moment is no defect of ours; a second failure is.
    retry: 1,
    testTimeout: 180_000,
    globalSetup: ['test/e2e/setup.ts'],
    hookTimeout: 25 * 60_000,
    fileParallelism: false,
  },
})
