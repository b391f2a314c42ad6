const [calls, warmUp, rounds] = [40, 20, 75]

/** Microseconds of CPU. */
const cpuOf = (act: () => unknown): number => {
  const before = process.cpuUsage()
  for (let call = 0; call < calls; call++) act()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/**
 * Does one thing in several ways, in turns, and measures each turn's CPU once V8 has optimised. Many short turns: a machine that is slow
 * for seconds is so for all of a round.
 */
export const inTurns = (...ways: readonly (() => unknown)[]): readonly (readonly number[])[] => {
  for (let round = 0; round < warmUp; round++) ways.map(cpuOf)
  const measured = Array.from({ length: rounds }, () => ways.map(cpuOf))
  return ways.map((_, way) => measured.map(round => round[way] ?? NaN))
}
