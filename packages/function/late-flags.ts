/**
 * Flags of V8's, with what they imply: V8 works that out only when it begins. Code that is hot gets to V8's last compiler without the
 * one before it, whose code and notes cost 30 MiB and save no time. And the heap may grow by half between two collections, not
 * fourfold (by a quarter, claims of 200 resources cost twice as much): requests in transit, which lie outside of it and are gone with
 * their call, don't count as growth, or a megabyte of claim has all of the heap searched every twenty calls. What a call makes is made
 * among the young: V8 would make it among the old, for what the first call about a claim makes is kept; what later ones leave there has
 * all of the heap searched, twice a second with claims of 200 resources (a twentieth of the CPU). What loads Node's own modules stays out
 * of V8's last compiler: loading what counts calls makes it hot, and to compile that one function takes 6 MiB of the compiler's own
 * pages, which an idle process holds for ever.
 */
export const lateFlags = [
  '--no-maglev',
  '--invocation-count-for-turbofan=3000',
  '--no-maglev-overwrite-budget',
  '--external-memory-accounted-in-global-limit',
  '--heap-growing-percent=50',
  '--no-allocation-site-pretenuring',
  '--turbo-filter=-requireBuiltin',
]

/**
 * Milliseconds: after the first answer, where somebody waits for it. V8 takes code that was compiled before, Node's own too, only under
 * the flags of then: with these from the start, all of `node:tls` would be compiled anew before the first answer.
 */
const after = 300

/** Has V8 follow them from then on. */
export const setLateFlags = (): void => {
  const set = async () => {
    const { setFlagsFromString } = await import('node:v8')
    lateFlags.forEach(flag => setFlagsFromString(flag))
  }
  setTimeout(() => void set(), after).unref()
}
