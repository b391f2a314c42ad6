/** Milliseconds. Whoever asks more often takes CPU from what is waited for. */
export const pollInterval = 250
