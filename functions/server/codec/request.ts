import type { JsonObject } from '../../runtime/json.ts'
import { Ready, type Resource, type RunFunctionRequest, type State } from '../../runtime/protocol.ts'
import { eachField, Reader } from './reader.ts'
import { readStruct } from './struct.ts'

/** `apiextensions.fn.proto.v1.RunFunctionRequest`; credentials, which we never ask for, are skipped. */
export const decodeRequest = (bytes: Uint8Array): RunFunctionRequest => {
  const request = {
    tag: '',
    capabilities: [] as number[],
    observed: emptyState(),
    desired: emptyState(),
    input: undefined as JsonObject | undefined,
    context: undefined as JsonObject | undefined,
    requiredResources: new Map<string, readonly Resource[]>(),
    requiredSchemas: new Map<string, boolean>(),
  }
  eachField(new Reader(bytes), { 1: 2, 2: 2, 3: 2, 4: 2, 5: 2, 8: 2, 9: 2 }, (field, reader) => {
    const message = reader.message()
    if (field === 1) Object.assign(request, readMeta(message))
    else if (field === 2) request.observed = readState(message)
    else if (field === 3) request.desired = readState(message)
    else if (field === 4) request.input = readStruct(message)
    else if (field === 5) request.context = readStruct(message)
    else if (field === 8) readMapEntry(message, request.requiredResources, readItems)
    else readMapEntry(message, request.requiredSchemas, hasSchema)
  })
  return request
}

const emptyState = (): State => ({ composite: undefined, resources: new Map() })

const readMeta = (reader: Reader): { tag: string; capabilities: number[] } => {
  let tag = ''
  const capabilities: number[] = []
  while (!reader.done) {
    const { field, wire } = reader.tag()
    if (field === 1 && wire === 2) tag = reader.string()
    // A repeated enum comes packed, or, from some encoders, one by one.
    else if (field === 2 && wire === 0) capabilities.push(reader.varint())
    else if (field === 2 && wire === 2) {
      const packed = reader.message()
      while (!packed.done) capabilities.push(packed.varint())
    } else reader.skip(wire)
  }
  return { tag, capabilities }
}

const readState = (reader: Reader): State => {
  let composite: Resource | undefined
  const resources = new Map<string, Resource>()
  eachField(reader, { 1: 2, 2: 2 }, (field, fields) => {
    if (field === 1) composite = readResource(fields.message())
    else readMapEntry(fields.message(), resources, readResource)
  })
  return { composite, resources }
}

const readResource = (reader: Reader): Resource => {
  let resource: JsonObject = {}
  let ready: Ready = Ready.unspecified
  const connectionDetails = new Map<string, Uint8Array>()
  eachField(reader, { 1: 2, 2: 2, 3: 0 }, (field, fields) => {
    if (field === 1) resource = readStruct(fields.message())
    else if (field === 2) readDetail(fields.message(), connectionDetails)
    else ready = readyOf(fields.varint())
  })
  return { resource, connectionDetails, ready }
}

const readyOf = (value: number): Ready => (value === Ready.true || value === Ready.false ? value : Ready.unspecified)

const readDetail = (reader: Reader, details: Map<string, Uint8Array>): void => {
  let key = ''
  let value: Uint8Array = new Uint8Array()
  eachField(reader, { 1: 2, 2: 2 }, (field, entry) => {
    if (field === 1) key = entry.string()
    else value = entry.copy()
  })
  details.set(key, value)
}

const readItems = (reader: Reader): readonly Resource[] => {
  const items: Resource[] = []
  eachField(reader, { 1: 2 }, (_, fields) => items.push(readResource(fields.message())))
  return items
}

/** Core sends an empty message for a kind that the API server does not serve. */
const hasSchema = (reader: Reader): boolean => {
  let found = false
  eachField(reader, { 1: 2 }, (_, fields) => {
    fields.message()
    found = true
  })
  return found
}

const readMapEntry = <Value>(reader: Reader, map: Map<string, Value>, read: (reader: Reader) => Value): void => {
  let key = ''
  let value: Value | undefined
  eachField(reader, { 1: 2, 2: 2 }, (field, entry) => {
    if (field === 1) key = entry.string()
    else value = read(entry.message())
  })
  map.set(key, value ?? read(new Reader(new Uint8Array())))
}
