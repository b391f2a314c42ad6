/** What is bundled: the program, and for `warm-up.ts` the part of it that hears and answers. */
export { main } from '../../functions/serve.ts'
export { kinds } from '../../functions/kinds/index.ts'
export { createAnswer } from '../../functions/server/answer.ts'
export { createService } from '../../functions/server/server.ts'
