import { createAnswer as inPieces } from '../../functions/server/answer.ts'

let desk = Buffer.alloc(2 ** 20)

/**
 * The function as bytes in and bytes out. As on the server, a request lies where the next one will lie: whoever still held a part of
 * it would find another claim's, and here something that is no request at all.
 */
export const createAnswer = (options: Parameters<typeof inPieces>[0]) => {
  const answer = inPieces(options)
  return (request: Uint8Array): Buffer => {
    if (request.length > desk.length) desk = Buffer.alloc(2 * request.length)
    desk.set(request)
    const answered = Buffer.concat(answer(desk.subarray(0, request.length)))
    desk.fill(0xff, 0, request.length)
    return answered
  }
}
