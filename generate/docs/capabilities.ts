import { providers } from '../../apis/blocks/placement.ts'
import { bounds, choices, disks, type Bounds, type Choices } from '../../functions/kinds/database/capabilities.ts'
import type { File } from '../files.ts'

/** The matrix of what each provider can honour, from the table that refusals come from. */
export const capabilitiesFile = (): File => ({
  path: 'docs/reference/capabilities.md',
  text: `<!-- Generated from functions/kinds/database/capabilities.ts by \`npm run generate\`. Do not edit. -->
# What each provider offers

What a claim asks for and its provider does not offer is refused; a default that it does not offer gives way to the first that it does, and
\`status.deviations\` says so.

## XDatabase

| | field | ${providers.join(' | ')} |
| --- | --- | ${providers.map(() => '---').join(' | ')} |
${[...Object.values(choices).map(choiceRow), ...Object.values(bounds).map(boundsRow), diskRow].join('\n')}
`,
})

const choiceRow = ({ title, field, offered }: Choices): string =>
  row(title, field, provider => offered[provider].join(', ') || '–')

const boundsRow = ({ title, field, bounds: limits }: Bounds): string =>
  row(title, field, provider => {
    const [least, most] = limits[provider]
    return least === most ? `${least}` : `${least} to ${most}`
  })

const diskRow = row('Disk, GiB; a smaller one is made so large', 'spec.storage.size', provider => {
  const { least, most } = disks[provider]
  return `${least.SSD} to ${most ?? 'what its storage has'}`
})

function row(title: string, field: string, cell: (provider: (typeof providers)[number]) => string): string {
  return `| ${title} | \`${field}\` | ${providers.map(cell).join(' | ')} |`
}
