/** A CPU profile as V8 writes it. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: {
      readonly functionName: string
      readonly url: string
      readonly lineNumber: number
      readonly columnNumber: number
    }
    readonly children?: readonly number[]
  }[]
  /** Microseconds. */
  readonly startTime: number
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/** Where the time of a server went. */
export interface Shares {
  /** Of the time in which it was not idle, by part. */
  readonly parts: ReadonlyMap<Part, number>
  /** The functions with the largest own time, with their file, and their share. */
  readonly top: readonly (readonly [frame: string, share: number])[]
}

/** In the order in which a call passes through them. */
export const parts = [
  'transport',
  'decode',
  'settings',
  'plan',
  'guard',
  'judge and answer',
  'encode',
  'log and metrics',
  'garbage collection',
  'native code',
  'other',
] as const
export type Part = (typeof parts)[number]

/** Which part a source file belongs to; `undefined` for helpers, which count to whoever calls them. */
export const partOf = (source: string): Part | undefined => {
  for (const [pattern, part] of patterns) if (pattern.test(source)) return part
  return undefined
}

const patterns: readonly (readonly [RegExp, Part | undefined])[] = [
  [/functions\/server\/codec\/.*(writ|encod|respon)/, 'encode'],
  [/functions\/server\/codec\//, 'decode'],
  [
    /functions\/server\/(log|metrics|tally)|node_modules\/(pino|prom-client|sonic-boom|@opentelemetry)/,
    'log and metrics',
  ],
  // Whether what is known still holds.
  [/functions\/server\/(known|recall|bounded-map|answer)/, 'judge and answer'],
  [/functions\/(server|main)|node_modules\/@grpc|^node:(internal\/)?(http2|net|tls|_tls|stream|streams)/, 'transport'],
  [
    /functions\/settings\/|functions\/kinds\/[^/]+\/resolve\/|functions\/kinds\/[^/]+\/decide|node_modules\/typebox/,
    'settings',
  ],
  [/functions\/runtime\/(guard|protect|owned)/, 'guard'],
  // Helpers, of any part.
  [/functions\/runtime\/(json|read|canonical|labels|quantity|names|keys|result|message)/, undefined],
  [/functions\/runtime\//, 'judge and answer'],
  [/functions\/(kinds|generated)\/|^apis\/|test\/bench\//, 'plan'],
]

/** Finds the source of a place in what ran; `undefined` for what has none. */
export type Locate = (url: string, line: number, column: number) => string | undefined

/** Attributes the time of each sample to the innermost frame that belongs to a part. The warm-up, in seconds, is left out. */
export const sharesOf = (profile: CpuProfile, locate: Locate, warmUp: number): Shares => {
  const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id] as const)))
  const byId = new Map(profile.nodes.map(node => [node.id, node]))
  const sources = new Map(profile.nodes.map(({ id, callFrame }) => [id, sourceOf(callFrame, locate)]))
  const partOfNode = (id: number): Part => {
    const own = special(byId.get(id)?.callFrame.functionName)
    if (own) return own
    for (let node: number | undefined = id; node !== undefined; node = parents.get(node)) {
      const part = partOf(sources.get(node) ?? '')
      if (part) return part
    }
    return 'other'
  }
  const [byPart, byFrame] = [new Map<Part, number>(), new Map<string, number>()]
  let [elapsed, total] = [0, 0]
  for (const [index, id] of profile.samples.entries()) {
    const time = profile.timeDeltas[index] ?? 0
    elapsed += time
    const node = byId.get(id)
    if (!node || elapsed < warmUp * 1e6 || node.callFrame.functionName === '(idle)') continue
    total += time
    add(byPart, partOfNode(id), time)
    add(byFrame, `${node.callFrame.functionName || '(anonymous)'} ${sources.get(id) ?? ''}`.trim(), time)
  }
  const share = <Key>([key, time]: readonly [Key, number]) => [key, time / total] as const
  return {
    parts: new Map([...byPart].map(share)),
    top: [...byFrame]
      .toSorted(([, left], [, right]) => right - left)
      .slice(0, 25)
      .map(share),
  }
}

const add = <Key>(map: Map<Key, number>, key: Key, time: number) => map.set(key, (map.get(key) ?? 0) + time)

const special = (functionName = ''): Part | undefined => {
  if (functionName === '(garbage collector)') return 'garbage collection'
  return functionName === '(program)' ? 'native code' : undefined
}

const sourceOf = (
  { url, lineNumber, columnNumber }: CpuProfile['nodes'][number]['callFrame'],
  locate: Locate,
): string => (url === '' ? '' : (locate(url, lineNumber, columnNumber) ?? url))
