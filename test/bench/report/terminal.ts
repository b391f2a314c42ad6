import type { Results } from '../results.ts'
import { byteTable, goalTable, processTable, shareTable, sizeTable, titleOf, type Table } from './tables.ts'

/** The results as lines for a terminal. */
export const results = (measured: Results): readonly string[] => [
  ...measured.sizes.flatMap(({ size }) => [
    '',
    `${titleOf(size)}: median (best round)`,
    ...aligned(sizeTable(measured, size)),
  ]),
  '',
  ...aligned(processTable(measured)),
  '',
  ...aligned(byteTable(measured)),
  '',
  'where our time goes',
  ...aligned(shareTable(measured)),
  '',
  ...aligned(goalTable(measured)),
]

/** Columns as wide as their widest cell. */
export const aligned = (table: Table): readonly string[] => {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map(row => widthFor(row, column))))
  return table.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** A reason stands alone in its row and must not widen the column. */
const widthFor = (row: readonly string[], column: number): number => {
  const cell = row[column] ?? ''
  return cell.startsWith('left out') ? 0 : cell.length
}
