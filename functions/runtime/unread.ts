import type { Json, JsonObject } from './json.ts'

/**
 * An object that lies undecoded in a request. A call looks at a few fields of what it is sent; what nobody asks for is never
 * decoded. The codec says how; reading throws what the codec throws for bytes that are malformed.
 */
export abstract class Unread {
  /** What stands at a path; `undefined` when any part of the way is missing. */
  abstract at(path: readonly string[]): Json | undefined

  /** The object at a path, unread; `undefined` when there is none. */
  abstract part(path: readonly string[]): Unread | undefined

  /** The objects in the list at a path, unread. */
  abstract parts(path: readonly string[]): readonly Unread[]

  /** All of it. */
  abstract whole(): JsonObject
}

/** An object, decoded or not. */
export type Readable = JsonObject | Unread

export const wholeOf = (object: Readable): JsonObject => (object instanceof Unread ? object.whole() : object)
