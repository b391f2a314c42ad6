import { expect, it } from 'vitest'
import { picture } from './picture.ts'

const svg = picture({
  title: 'a < b',
  x: 'resources',
  y: 'ms',
  lines: [
    {
      title: 'ours & theirs',
      points: [
        [1, 0.1],
        [10, 1],
        [100, 10],
      ],
    },
  ],
})

it('draws equal factors at equal distances, on both axes', () => {
  expect(svg).toContain('M70 380L295 213L520 46')
})

it('escapes what would break the picture', () => {
  expect(svg).toContain('a &lt; b')
  expect(svg).toContain('ours &amp; theirs')
})
