import { defineConfig } from 'vitest/config'
import { pollInterval } from './test/e2e/poll-interval.ts'
import { projects } from './test/e2e/projects.ts'
import { WaitingFirst } from './test/e2e/waiting-first.ts'

/** The real thing: control planes, minutes when their programs have to be built first. Not part of `npm test`. */
export default defineConfig({
  test: {
    // Node itself reads TypeScript, in half the time, and keeps what it has compiled.
    experimental: { viteModuleRunner: false },
    sequence: { sequencer: WaitingFirst },
    projects: projects.map((project, index) => ({
      test: {
        ...project,
        sequence: { groupOrder: index + 1 },
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
