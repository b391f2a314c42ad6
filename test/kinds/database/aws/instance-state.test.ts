import { expect, it } from 'vitest'
import { instanceState } from '../../../../functions/kinds/database/aws/instance-state.ts'
import { awsDatabase, contained, forProvider, managing, name } from '../../fixtures.ts'

const there = { composed: { 'instance-state': { kind: 'InstanceState' } } }

it('is not there for a server that was never stopped: nothing is started that runs', () => {
  expect(instanceState(awsDatabase()).state).toBe('absent')
})

it('stops the server, and goes with it without a word to AWS', () => {
  const entry = instanceState(awsDatabase({ db: { state: 'Stopped' } }))
  expect(forProvider(entry)).toEqual({
    region: 'eu-west-1',
    identifierRef: { name: name('instance') },
    state: 'stopped',
  })
  expect(managing(entry)).toEqual(contained)
})

it('starts it again, and stays: to take it away would start nothing', () => {
  expect(forProvider(instanceState(awsDatabase({ sent: there })))).toMatchObject({ state: 'available' })
})
