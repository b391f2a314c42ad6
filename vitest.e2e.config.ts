import { defineConfig } from 'vitest/config'

const goClient = 'test/e2e/go-client.test.ts'

/** Not part of `npm test`: these need Go, and minutes when programs have to be built first. */
export default defineConfig({
  test: {
    // A machine that is short of breath for a moment is no defect of ours; a second failure is.
    retry: 1,
    testTimeout: 180_000,
    hookTimeout: 25 * 60_000,
    fileParallelism: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'control plane',
          include: ['test/e2e/**/*.test.ts'],
          exclude: [goClient],
          // The real thing: a control plane of its own.
          globalSetup: ['test/e2e/setup.ts'],
        },
      },
      // Go's gRPC library against our server, which needs no control plane: `npx vitest run --config vitest.e2e.config.ts --project go`.
      { extends: true, test: { name: 'go', include: [goClient] } },
    ],
  },
})
