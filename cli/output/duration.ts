/** Seconds as a person says them: `42 s`, `7 min 16 s`. */
export const duration = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60)
  const rest = `${Math.round(seconds % 60)} s`
  return minutes === 0 ? rest : `${minutes} min ${rest}`
}
