/** What the process ends with. */
export const ExitCode = { ok: 0, refused: 1, usage: 2, unsettled: 3 } as const
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

/** The command line is wrong: said in one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
