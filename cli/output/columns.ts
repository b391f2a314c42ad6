import { stripVTControlCharacters } from 'node:util'

/** Rows of cells as lines whose columns stand below each other; the last one is not filled up. */
export const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map(row => widthOf(row[index] ?? ''))))
  return rows.map(row =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  )
}

const widthOf = (cell: string): number => stripVTControlCharacters(cell).length
