import type { Readable } from '../../runtime/unread.ts'
import { Ready, type Resource, type RunFunctionRequest, type State } from '../../runtime/protocol.ts'
import { lengthDelimited, Reader } from './reader.ts'
import { WireObject } from './wire-object.ts'

const nothing = Buffer.alloc(0)

const [first, second] = [lengthDelimited(1), lengthDelimited(2)]

/** `apiextensions.fn.proto.v1.RunFunctionRequest`; credentials, which we never ask for, are skipped. */
export const decodeRequest = (bytes: Uint8Array): RunFunctionRequest => {
  const request = {
    tag: '',
    capabilities: [] as number[],
    observed: emptyState,
    desired: emptyState,
    input: undefined as Readable | undefined,
    context: undefined as Readable | undefined,
    requiredResources: new Map<string, readonly Resource[]>(),
    requiredSchemas: new Map<string, boolean>(),
  }
  const reader = new Reader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  while (!reader.done) {
    const tag = reader.tag()
    switch (tag) {
      case first:
        Object.assign(request, within(reader, readMeta))
        break
      case second:
        request.observed = within(reader, readState)
        break
      case lengthDelimited(3):
        request.desired = within(reader, readState)
        break
      case lengthDelimited(4):
        request.input = within(reader, unread)
        break
      case lengthDelimited(5):
        request.context = within(reader, unread)
        break
      case lengthDelimited(8):
        readEntry(reader, request.requiredResources, readItems)
        break
      case lengthDelimited(9):
        readEntry(reader, request.requiredSchemas, hasSchema)
        break
      default:
        reader.passOver(tag)
    }
  }
  return request
}

/** Reads the embedded message that follows. */
const within = <T>(reader: Reader, read: (reader: Reader) => T): T => {
  const outer = reader.enter()
  const value = read(reader)
  reader.leave(outer)
  return value
}

/** The Struct that the reader has entered, left as it lies. */
const unread = (reader: Reader): WireObject => {
  const { position } = reader
  return new WireObject(reader.bytes, position, reader.skipRest())
}

const emptyState: State = { composite: undefined, resources: new Map() }

const readMeta = (reader: Reader): { tag: string; capabilities: number[] } => {
  let text = ''
  const capabilities: number[] = []
  while (!reader.done) {
    const tag = reader.tag()
    if (tag === first) text = reader.string()
    // A repeated enum comes packed, or, from some encoders, one by one.
    else if (tag === 2 * 8) capabilities.push(reader.varint())
    else if (tag === second) within(reader, packed => readPacked(packed, capabilities))
    else reader.passOver(tag)
  }
  return { tag: text, capabilities }
}

const readPacked = (reader: Reader, numbers: number[]): void => {
  while (!reader.done) numbers.push(reader.varint())
}

const readState = (reader: Reader): State => {
  let composite: Resource | undefined
  const resources = new Map<string, Resource>()
  while (!reader.done) {
    const tag = reader.tag()
    if (tag === first) composite = within(reader, readResource)
    else if (tag === second) readEntry(reader, resources, readResource)
    else reader.passOver(tag)
  }
  return { composite, resources }
}

const readResource = (reader: Reader): Resource => {
  let resource: Readable = {}
  let ready: Ready = Ready.unspecified
  let connectionDetails: Map<string, Uint8Array> | undefined
  while (!reader.done) {
    const tag = reader.tag()
    if (tag === first) resource = within(reader, unread)
    else if (tag === second) readDetail(reader, (connectionDetails ??= new Map<string, Uint8Array>()))
    else if (tag === 3 * 8) ready = readyOf(reader.varint())
    else reader.passOver(tag)
  }
  return { resource, connectionDetails: connectionDetails ?? none, ready }
}

const readyOf = (value: number): Ready => (value === Ready.true || value === Ready.false ? value : Ready.unspecified)

const none: ReadonlyMap<string, Uint8Array> = new Map()

const readDetail = (reader: Reader, details: Map<string, Uint8Array>): void => {
  const outer = reader.enter()
  let key = ''
  let value: Uint8Array = nothing
  while (!reader.done) {
    const tag = reader.tag()
    if (tag === first) key = reader.key()
    else if (tag === second) value = reader.view()
    else reader.passOver(tag)
  }
  reader.leave(outer)
  details.set(key, value)
}

const readItems = (reader: Reader): readonly Resource[] => {
  const items: Resource[] = []
  while (!reader.done) {
    const tag = reader.tag()
    if (tag === first) items.push(within(reader, readResource))
    else reader.passOver(tag)
  }
  return items
}

/** Core sends an empty message for a kind that the API server does not serve. */
const hasSchema = (reader: Reader): boolean => {
  let found = false
  while (!reader.done) {
    const tag = reader.tag()
    if (tag === first) found = true
    reader.passOver(tag)
  }
  return found
}

/** An entry of a map: a key, and a message that may be left out when it is empty. */
const readEntry = <Value>(reader: Reader, map: Map<string, Value>, read: (reader: Reader) => Value): void => {
  const outer = reader.enter()
  let key = ''
  let value: Value | undefined
  while (!reader.done) {
    const tag = reader.tag()
    if (tag === first) key = reader.key()
    else if (tag === second) value = within(reader, read)
    else reader.passOver(tag)
  }
  reader.leave(outer)
  map.set(key, value ?? read(new Reader(nothing)))
}
