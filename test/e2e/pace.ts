/** At this pace stand-ins write as seldom as they can: for whoever does not try the circuit breaker. */
export const hurried = 0.002
