import type { Table } from './tables.ts'

export const list = (items: readonly string[]): string => items.map(item => `- ${item}`).join('\n')

export const markdown = ([head = [], ...rows]: Table): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
    .map(row => `| ${row.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')
