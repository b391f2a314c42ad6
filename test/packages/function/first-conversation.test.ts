import { expect, it } from 'vitest'
import { createService } from '../../../functions/server/server.ts'
import { conversation } from '../../../packages/function/first-conversation.ts'
import { firstRequests } from '../../../packages/function/first-requests.ts'
import { hearAll } from '../../../packages/function/hear-all.ts'

const service = (answered: Buffer[]) =>
  createService({
    answer: message => {
      answered.push(Buffer.from(message))
      return [Buffer.from('answer')]
    },
    maxReceive: 2 ** 20,
    maxConnectionAge: 300,
  })

it('core’s first conversation is heard to its end, or each new pod would compile what hears it before its first answer', async () => {
  const requests = await firstRequests()
  const answered: Buffer[] = []
  const written = Buffer.concat(hearAll(service(answered).connections, conversation(requests)))
  expect(answered).toEqual(requests.map(request => Buffer.from(request)))
  expect(written.toString('latin1').match(/answer/g)).toHaveLength(requests.length)
})

it('a client that the function does not understand ends the build, or it would bring along less than it could', () => {
  const other = [Buffer.from('GET / HTTP/1.1\r\n\r\n')]
  expect(() => hearAll(service([]).connections, other)).toThrow('does not understand')
})
