import type { Work } from '../../simulator/providers/actor.ts'

/** Whoever has something to write for ever, writes it. */
const most = 8

/**
 * Does what an object has to have done next, and with it what follows so shortly that nobody would see what is between. `next` is
 * asked anew after each: what it says depends on what was done.
 */
export const runTogether = (next: () => Work | undefined, isShortly: (work: Work) => boolean): void => {
  let work = next()
  for (let stage = 0; work && stage < most; stage++) {
    work.run()
    work = next()
    if (work && !isShortly(work)) return
  }
}
