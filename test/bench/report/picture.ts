/** A line of a picture: a value for each of the points on the axis. */
export interface Line {
  readonly title: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

interface Picture {
  readonly title: string
  readonly x: string
  readonly y: string
  readonly lines: readonly Line[]
}

const size = { width: 760, height: 440 }
const area = { left: 70, right: 520, top: 46, bottom: 380 }
const colours = ['#c2410c', '#737373', '#0369a1', '#4d7c0f', '#7e22ce', '#be185d', '#0f766e', '#a16207']

/** Lines over two logarithmic axes, as SVG. Colours and a white ground that can be read on light and dark pages. */
export const picture = ({ title, x, y, lines }: Picture): string => {
  const all = lines.flatMap(({ points }) => points)
  const across = axis(
    all.map(([value]) => value),
    area.left,
    area.right,
  )
  const up = axis(
    all.map(([, value]) => value),
    area.bottom,
    area.top,
  )
  const ticksAcross = [...new Set(all.map(([value]) => value))].toSorted((left, right) => left - right)
  const ticksUp = decades(all.map(([, value]) => value))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${size.width}" height="${size.height}" fill="#ffffff"/>`,
    text(area.left, 24, title, 'font-size="15" fill="#171717"'),
    ...ticksUp.map(value => grid(`M${area.left} ${up(value)}H${area.right}`)),
    ...ticksAcross.map(value => grid(`M${across(value)} ${area.top}V${area.bottom}`)),
    ...ticksUp.map(value => text(area.left - 8, up(value) + 4, String(value), 'text-anchor="end" fill="#525252"')),
    ...ticksAcross.map(value =>
      text(across(value), area.bottom + 18, String(value), 'text-anchor="middle" fill="#525252"'),
    ),
    text((area.left + area.right) / 2, area.bottom + 42, x, 'text-anchor="middle" fill="#171717"'),
    text(16, area.top - 8, y, 'fill="#171717"'),
    ...lines.flatMap(({ title: name, points }, index) => {
      const colour = colours[index % colours.length] ?? '#171717'
      const path = points.map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${across(px)} ${up(py)}`).join('')
      const row = area.top + 14 + index * 22
      return [
        `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${index === 0 ? 3 : 1.8}"/>`,
        ...points.map(([px, py]) => `<circle cx="${across(px)}" cy="${up(py)}" r="3" fill="${colour}"/>`),
        `<path d="M${area.right + 20} ${row - 4}h18" stroke="${colour}" stroke-width="3"/>`,
        text(area.right + 44, row, name, 'fill="#171717"'),
      ]
    }),
    '</svg>\n',
  ].join('\n')
}

/** From a value to its place on a logarithmic axis. */
const axis = (values: readonly number[], from: number, to: number) => {
  const [low, high] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))]
  const span = high - low || 1
  return (value: number): number => Math.round((from + ((Math.log10(value) - low) / span) * (to - from)) * 10) / 10
}

const decades = (values: readonly number[]): readonly number[] => {
  const [low, high] = [Math.ceil(Math.log10(Math.min(...values))), Math.floor(Math.log10(Math.max(...values)))]
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => Number((10 ** (low + index)).toPrecision(1)))
}

const grid = (path: string): string => `<path d="${path}" stroke="#e5e5e5"/>`

const text = (x: number, y: number, content: string, attributes: string): string =>
  `<text x="${x}" y="${y}" ${attributes}>${content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`
