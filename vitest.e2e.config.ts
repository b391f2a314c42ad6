import { defineConfig } from 'vitest/config'

/** The real thing: a control plane of its own, minutes when its programs have to be built first. Not part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 180_000,
    globalSetup: ['test/e2e/setup.ts'],
    hookTimeout: 25 * 60_000,
    fileParallelism: false,
  },
})
