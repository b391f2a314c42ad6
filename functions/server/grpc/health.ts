import { lengthDelimited, MalformedMessage, Reader } from '../codec/reader.ts'
import type { Stream, StreamOwner } from '../http2/stream.ts'
import type { Method } from './call.ts'
import { startReplies, type Replies } from './reply.ts'
import { Code, StatusError } from './status.ts'

/** Values of `HealthCheckResponse.ServingStatus`. */
const Serving = { serving: 1, notServing: 2, serviceUnknown: 3 } as const

/** `grpc.health.v1`: https://github.com/grpc/grpc-proto/blob/master/grpc/health/v1/health.proto */
export interface Health {
  readonly methods: readonly (readonly [path: string, method: Method])[]
  /** Not serving from now on: those that watch are told, and their calls end. */
  readonly stop: () => void
  /** Ends what is watched over one connection, so that it can close. */
  readonly endWatches: (connection: StreamOwner) => void
}

/** All services are well until the server stops. The empty name stands for the server. */
export const createHealth = (services: readonly string[]): Health => {
  let status: number = Serving.serving
  const watches = new Map<Stream, Replies>()
  const known = ['', ...services]
  const check = (message: Buffer): readonly Buffer[] => {
    const service = serviceIn(message)
    if (!known.includes(service)) throw new StatusError(Code.notFound, `unknown service ${service}`)
    return [statusMessage(status)]
  }
  const watch = (message: Buffer, stream: Stream): void => {
    const service = serviceIn(message)
    const replies = startReplies(stream)
    replies.send(statusMessage(known.includes(service) ? status : Serving.serviceUnknown))
    watches.set(stream, replies)
    stream.onClose = () => watches.delete(stream)
    if (status === Serving.notServing) replies.end(stopping)
  }
  const list = (): readonly Buffer[] => known.map(service => listEntry(service, status))
  return {
    methods: [
      ['/grpc.health.v1.Health/Check', { unary: check }],
      ['/grpc.health.v1.Health/List', { unary: list }],
      ['/grpc.health.v1.Health/Watch', { streaming: watch }],
    ],
    stop: () => {
      status = Serving.notServing
      for (const replies of watches.values()) {
        replies.send(statusMessage(status))
        replies.end(stopping)
      }
    },
    endWatches: connection => {
      for (const [stream, replies] of watches) if (stream.owner === connection) replies.end(tooOld)
    },
  }
}

const stopping = new StatusError(Code.unavailable, 'the server is stopping')
const tooOld = new StatusError(Code.unavailable, 'the connection has reached its age: watch over a new one')

/** `HealthCheckRequest`: the service in field 1. */
const serviceIn = (message: Buffer): string => {
  try {
    const reader = new Reader(message)
    let service = ''
    while (!reader.done) {
      const tag = reader.tag()
      if (tag === lengthDelimited(1)) service = reader.string()
      else reader.passOver(tag)
    }
    return service
  } catch (error) {
    if (!(error instanceof MalformedMessage)) throw error
    throw new StatusError(Code.invalidArgument, `the request is not a HealthCheckRequest: ${error.message}`)
  }
}

/** `HealthCheckResponse`: the status in field 1. */
const statusMessage = (status: number): Buffer => Buffer.of(8, status)

/** An entry of the map in field 1 of `HealthListResponse`. Our services' names are shorter than 120 bytes: lengths are one byte. */
const listEntry = (service: string, status: number): Buffer => {
  const [name, value] = [Buffer.from(service), statusMessage(status)]
  const entry = Buffer.concat([Buffer.of(0x0a, name.length), name, Buffer.of(0x12, value.length), value])
  return Buffer.concat([Buffer.of(0x0a, entry.length), entry])
}
