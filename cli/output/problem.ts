import pc from 'picocolors'

/** Something that a user has to mend: where it stands, what is wrong, what to write instead. */
export interface Problem {
  readonly file: string
  readonly line: number
  /** The field; empty when the whole document is meant. */
  readonly path: string
  readonly message: string
  /** The code of the catalogue, when the function has said it. */
  readonly code?: string
}

/** `file:line: path: message [code]`, as compilers write it: editors jump to it. */
export const formatProblem = ({ file, line, path, message, code }: Problem): string =>
  `${pc.bold(`${file}:${line}:`)} ${path ? `${pc.cyan(path)}: ` : ''}${message}${code ? pc.dim(` [${code}]`) : ''}`
