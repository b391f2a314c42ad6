import { catalogue } from '../../functions/runtime/errors.ts'
import type { File } from '../files.ts'

/** The page of every reason for which a claim can be refused. */
export const errorsFile = (): File => ({
  path: 'docs/reference/errors.md',
  text: `<!-- Generated from functions/runtime/errors.ts by \`npm run generate\`. Do not edit. -->
# Refusals

A claim that can't be had is refused as a whole: the condition \`Configured\` is False with one of these codes as its reason, its message
has a line \`field: what is wrong and what to write instead [Code]\` for every problem, and Crossplane changes and deletes nothing until it is mended.

| code | what is wrong | what to do | who |
| --- | --- | --- | --- |
${Object.entries(catalogue)
  .map(([code, { what, next, who }]) => `| \`${code}\` | ${what} | ${next} | ${who} |`)
  .join('\n')}
`,
})
