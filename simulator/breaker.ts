/** Core's default limits (`--circuit-breaker-burst`, `-refill-rate`, `-cooldown`). */
const burst = 100
const refillPerSecond = 1
const cooldownSeconds = 300
/** While it is open, one event in so many seconds gets through. */
const probeSeconds = 30

/** Core's circuit breaker for one composite: a bucket of tokens that watch events take from. Time is in seconds. */
export class CircuitBreaker {
  private tokens = burst
  private last = 0
  private openUntil = -1
  private probe = 0
  opens = 0
  /** Tokens taken so far: what the composite costs. */
  spent = 0

  /** Whether an event gets through: an update costs two tokens. */
  allows(now: number, cost: number): boolean {
    this.tokens = Math.min(burst, this.tokens + (now - this.last) * refillPerSecond)
    this.last = now
    if (now < this.openUntil) return this.probes(now)
    this.spent += cost
    if (this.tokens >= cost) {
      this.tokens -= cost
      return true
    }
    this.opens++
    this.openUntil = now + cooldownSeconds
    this.probe = now
    return false
  }

  private probes(now: number): boolean {
    if (now - this.probe < probeSeconds) return false
    this.probe = now
    return true
  }
}
