import { expect, it } from 'vitest'
import { startTimes } from './starting.ts'

const starter = (id: string, started: string[], failsAt = Infinity) => ({
  id,
  start: () => {
    started.push(id)
    if (started.filter(each => each === id).length === failsAt) return Promise.reject(new Error('no room'))
    return Promise.resolve({ startMilliseconds: started.length, stop: () => Promise.resolve() })
  },
})

it('starts programs in turns: one that has the machine’s quiet minute to itself would look faster', async () => {
  const started: string[] = []
  const measured = await startTimes([starter('ours', started), starter('peer', started)], 2, expect.unreachable)
  expect(started).toEqual(['ours', 'peer', 'ours', 'peer'])
  expect([...measured]).toEqual([
    ['ours', [1, 3]],
    ['peer', [2, 4]],
  ])
})

it('goes on without a program that does not start again, or a run of twenty minutes is lost', async () => {
  const [started, failed]: [string[], unknown[]] = [[], []]
  const starters = [starter('ours', started), starter('peer', started, 2)]
  const measured = await startTimes(starters, 3, (id, problem) => failed.push([id, String(problem)]))
  expect(failed).toEqual([['peer', 'Error: no room']])
  expect([...measured.values()].map(({ length }) => length)).toEqual([3, 1])
})

it('ends at once when whoever measures says that nothing is worth going on', async () => {
  const starters = [starter('ours', [], 1)]
  const measuring = startTimes(starters, 3, (_, problem) => {
    throw problem
  })
  await expect(measuring).rejects.toThrow('no room')
})
