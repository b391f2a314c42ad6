import { expect, it } from 'vitest'
import { upCommand } from '../../../cli/commands/up.ts'
import { UsageError } from '../../../cli/exit.ts'

const streams = { out: () => undefined, err: () => undefined, terminal: false }

it.each([
  ['--node-image', { nodeImage: 'mirror/node:v1' }],
  ['--chart', { chart: './chart' }],
])('refuses %s for processes, where it would have no effect', async (flag, flags) => {
  const run = upCommand({ name: 'test', engine: 'processes', ...flags }, streams)
  await expect(run).rejects.toThrow(`${flag} is for --engine kind alone`)
})

it.each(['fast', '', '0', '-1', '11', 'Infinity'])('refuses the pace %j before anything is started', async pace => {
  const run = upCommand({ name: 'test', engine: 'processes', pace }, streams)
  await expect(run).rejects.toThrow(`--pace ${pace}: write a number from 0.001 to 10`)
})

it('refuses a name that no folder should have', async () => {
  await expect(upCommand({ name: '../x', engine: 'processes' }, streams)).rejects.toThrow(UsageError)
})
