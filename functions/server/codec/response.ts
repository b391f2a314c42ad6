import {
  selectsResource,
  type Requirement,
  type Resource,
  type RunFunctionResponse,
  type State,
} from '../../runtime/protocol.ts'
import { wholeOf, type Readable } from '../../runtime/unread.ts'
import { WireObject } from './wire-object.ts'
import { writeStruct } from './write-struct.ts'
import { Writer } from './writer.ts'
import { byKey } from '../by-key.ts'

/** A message in pieces: what was encoded before is not copied. */
export type Message = readonly Buffer[]

/** A response but for its tag, which comes from the request. */
export interface Untagged {
  readonly ttlSeconds: number
  readonly body: Buffer
}

/** `apiextensions.fn.proto.v1.RunFunctionResponse`: `ResponseMeta`, and all else as it was encoded. */
export const tagged = (tag: string, { ttlSeconds, body }: Untagged): Message => {
  const head = new Writer(tag.length * 3 + 32)
  const meta = head.begin(1)
  head.string(1, tag)
  const ttl = head.begin(2)
  head.number(1, ttlSeconds).end(ttl)
  head.end(meta)
  return [head.finish(), body]
}

/** One answer is written after the other: they share the memory in which that is done. */
const shared = new Writer(2 ** 16)

/** The bytes in memory of their own. */
const alone = (bytes: Buffer): Buffer => {
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}

/** Maps are written in the order of their keys. */
export const encodeUntagged = (response: RunFunctionResponse): Untagged => {
  // A response that could not be written to its end has left something behind.
  shared.clear()
  writeUntagged(shared, response)
  return { ttlSeconds: response.ttlSeconds, body: alone(shared.finish()) }
}

const writeUntagged = (writer: Writer, response: RunFunctionResponse): void => {
  within(writer, 2, () => writeState(writer, response.desired))
  for (const { severity, message, reason } of response.results) {
    within(writer, 3, () => {
      writer.number(1, severity).string(2, message)
      if (reason !== undefined) writer.string(3, reason)
    })
  }
  const { context } = response
  if (context) writeObject(writer, 4, context)
  if (response.requirements.size > 0) within(writer, 5, () => writeRequirements(writer, response.requirements))
  for (const { type, status, reason, message } of response.conditions) {
    within(writer, 6, () => writer.string(1, type).number(2, status).string(3, reason).string(4, message))
  }
}

/** What is still as it came is sent on as it came. */
const writeObject = (writer: Writer, field: number, object: Readable): void => {
  if (object instanceof WireObject) writer.bytes(field, object.raw())
  else within(writer, field, () => writeStruct(writer, wholeOf(object)))
}

/** An embedded message, written by the callback. */
const within = (writer: Writer, field: number, write: () => void): void => {
  const message = writer.begin(field)
  write()
  writer.end(message)
}

const writeState = (writer: Writer, { composite, resources }: State): void => {
  if (composite) within(writer, 1, () => writeResource(writer, composite))
  for (const [key, resource] of byKey(resources)) writeEntry(writer, 2, key, () => writeResource(writer, resource))
}

const writeResource = (writer: Writer, { resource, connectionDetails, ready }: Resource): void => {
  writeObject(writer, 1, resource)
  for (const [key, value] of byKey(connectionDetails)) {
    within(writer, 2, () => writer.string(1, key).bytes(2, value))
  }
  if (ready !== 0) writer.number(3, ready)
}

const writeRequirements = (writer: Writer, requirements: ReadonlyMap<string, Requirement>): void => {
  for (const [name, requirement] of byKey(requirements)) {
    const field = selectsResource(requirement) ? 2 : 3
    writeEntry(writer, field, name, () => writeSelector(writer, requirement))
  }
}

const writeSelector = (writer: Writer, requirement: Requirement): void => {
  writer.string(1, requirement.apiVersion).string(2, requirement.kind)
  if (!selectsResource(requirement)) return
  if ('matchName' in requirement) writer.string(3, requirement.matchName)
  else within(writer, 4, () => writeLabels(writer, requirement.matchLabels))
  if (requirement.namespace !== undefined) writer.string(5, requirement.namespace)
}

const writeLabels = (writer: Writer, labels: ReadonlyMap<string, string>): void => {
  for (const [key, value] of byKey(labels)) within(writer, 1, () => writer.string(1, key).string(2, value))
}

const writeEntry = (writer: Writer, field: number, key: string, write: () => void): void =>
  within(writer, field, () => {
    writer.string(1, key)
    within(writer, 2, write)
  })
