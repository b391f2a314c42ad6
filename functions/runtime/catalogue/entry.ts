/** Who can mend it. */
export type Actor = 'developer' | 'platform team' | 'Roadbed'

/** A reason for which a claim is refused. */
export interface Entry {
  readonly who: Actor
  /** What is wrong, for the reference page. */
  readonly what: string
  /** What to do about it. */
  readonly next: string
}
