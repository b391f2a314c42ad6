import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { stringify } from 'yaml'
import { renderCommand, type RenderFlags } from '../../../cli/commands/render.ts'
import { validateCommand } from '../../../cli/commands/validate.ts'
import { root } from '../../../packages/root.ts'

/** Writes documents to a file of their own and tells its name. */
export const file = (...documents: readonly (object | string)[]): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'roadbed-test-')), 'claim.yaml')
  writeFileSync(
    path,
    documents.map(document => (typeof document === 'string' ? document : stringify(document))).join('---\n'),
  )
  return path
}

export const examplePlatformFile = join(root, 'examples/platform/default.yaml')

const streams = (terminal: boolean) => {
  const [out, err]: [string[], string[]] = [[], []]
  return {
    out,
    err,
    streams: {
      out: (text: string) => out.push(text),
      err: (line: string) => err.push(stripVTControlCharacters(line)),
      terminal,
    },
  }
}

/** Runs `roadbed render` and collects what it prints and ends with. */
export const runRender = async (files: readonly string[], flags: RenderFlags = {}, terminal = false) => {
  const printed = streams(terminal)
  const exit = await renderCommand(files, flags, printed.streams)
  return { exit, out: stripVTControlCharacters(printed.out.join('')), err: printed.err.join('\n') }
}

export const runValidate = (files: readonly string[]) => {
  const printed = streams(false)
  const exit = validateCommand(files, printed.streams)
  return { exit, out: printed.out.join(''), err: printed.err.join('\n') }
}
