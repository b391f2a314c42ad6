import type { Json, JsonObject } from '../../runtime/json.ts'
import { Unread } from '../../runtime/unread.ts'

type Path = readonly string[]

/**
 * What was asked of objects that lie in a request, and what they told. `of` is the number of an object: those that the request
 * brought come first, then each part in the order in which it was asked for.
 */
type Read =
  | { readonly of: number; readonly path: Path; readonly told: Json | undefined }
  | { readonly of: number; readonly part: Path; readonly there: boolean }
  | { readonly of: number; readonly parts: Path; readonly count: number }

/** Every read of some objects, for `tellTheSame`. */
export class Reads {
  private readonly reads: Read[] = []
  /** Which object has told what at which path: an answer is noted once. */
  private readonly told = new Set<string>()
  /** Bytes that the notes take, about. */
  size = 0
  private objects = 0

  /** The object, with everything noted that is read of it from now on. */
  watch(object: Unread): Unread {
    return new Watched(object, this.objects++, this)
  }

  note(read: Read): void {
    this.reads.push(read)
    this.size += 150
  }

  noteAnswer(of: number, path: Path, told: Json | undefined): void {
    const joined = `${path.length} ${path.join('\u0000')}`
    const asked = `${of} ${joined}`
    if (this.told.has(asked)) return
    this.told.add(asked)
    this.note({ of, path: interned(joined, path), told })
    if (typeof told === 'object') this.size += JSON.stringify(told).length
  }

  /** No more will be noted. */
  close(): this {
    this.told.clear()
    return this
  }

  /**
   * Whether these objects, given in the order in which the watched ones were, would tell the same to the same questions. What is
   * made of nothing but the answers is then the same too.
   */
  tellTheSame(objects: readonly Unread[]): boolean {
    const all: (Unread | undefined)[] = [...objects]
    return this.reads.every(read => {
      const object = all[read.of]
      if (object === undefined) return false
      if ('told' in read) return object.tells(read.path, read.told)
      if ('part' in read) {
        const part = object.part(read.part)
        all.push(part)
        return (part !== undefined) === read.there
      }
      const parts = object.parts(read.parts)
      all.push(...parts)
      return parts.length === read.count
    })
  }
}

/** Every claim is asked the same: its paths are held once. */
const interned = (joined: string, path: Path): Path => {
  const known = paths.get(joined)
  if (known) return known
  if (paths.size < 4096) paths.set(joined, path)
  return path
}

const paths = new Map<string, Path>()

class Watched extends Unread {
  private readonly object: Unread
  private readonly number: number
  private readonly reads: Reads

  constructor(object: Unread, number: number, reads: Reads) {
    super()
    this.object = object
    this.number = number
    this.reads = reads
  }

  override at(path: Path): Json | undefined {
    const told = this.object.at(path)
    this.reads.noteAnswer(this.number, path, told)
    return told
  }

  override tells(path: Path, value: Json | undefined): boolean {
    this.at(path)
    return this.object.tells(path, value)
  }

  override part(path: Path): Unread | undefined {
    const part = this.object.part(path)
    this.reads.note({ of: this.number, part: path, there: part !== undefined })
    // One that is not there has a number all the same.
    const watched = this.reads.watch(part ?? this.object)
    return part && watched
  }

  override parts(path: Path): readonly Unread[] {
    const parts = this.object.parts(path)
    this.reads.note({ of: this.number, parts: path, count: parts.length })
    return parts.map(part => this.reads.watch(part))
  }

  override whole(): JsonObject {
    const told = this.object.whole()
    this.reads.noteAnswer(this.number, [], told)
    return told
  }
}
