import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A real control plane: `npm run test:e2e`.
    exclude: ['test/e2e/**'],
    testTimeout: 60_000,
    // Node itself reads TypeScript, in two thirds of the time.
    experimental: { viteModuleRunner: false },
    // Two cores: a worker each, and none is started for every small file.
    pool: 'threads',
    maxWorkers: 2,
    isolate: false,
  },
})
