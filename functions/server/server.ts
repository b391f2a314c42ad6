import {
  Server,
  status,
  type sendUnaryData,
  type ServerCredentials,
  type ServerUnaryCall,
  type ServiceDefinition,
} from '@grpc/grpc-js'
import { HealthImplementation } from 'grpc-health-check'
import type { Answer } from './answer.ts'
import { MalformedMessage } from './codec/reader.ts'

const serviceName = 'apiextensions.fn.proto.v1.FunctionRunnerService'

const asBytes = (bytes: Buffer): Buffer => bytes

/** The service over bytes: decoding and encoding are the answer's. */
const service = {
  RunFunction: {
    path: `/${serviceName}/RunFunction`,
    requestStream: false,
    responseStream: false,
    requestSerialize: asBytes,
    requestDeserialize: asBytes,
    responseSerialize: asBytes,
    responseDeserialize: asBytes,
  },
} as const satisfies ServiceDefinition

interface Options {
  readonly answer: Answer
  readonly credentials: ServerCredentials
  readonly address: string
  /** Bytes. */
  readonly maxReceive: number
  /** Seconds. */
  readonly maxConnectionAge: number
}

export interface RunningServer {
  readonly port: number
  /** Refuses new calls, lets running ones end, and after so many seconds cuts them off. */
  readonly stop: (deadlineSeconds: number) => Promise<void>
}

/** Serves the function and `grpc.health.v1`. Rejects when the address can't be bound. */
export const startServer = async ({
  answer,
  credentials,
  address,
  maxReceive,
  maxConnectionAge,
}: Options): Promise<RunningServer> => {
  const server = new Server({
    'grpc.max_receive_message_length': maxReceive,
    'grpc.max_send_message_length': -1,
    // Core resolves the function's address once per connection: only a new connection finds new replicas.
    'grpc.max_connection_age_ms': maxConnectionAge * 1000,
    'grpc.max_connection_age_grace_ms': 30_000,
    'grpc.max_concurrent_streams': 256,
  })
  const health = new HealthImplementation({ '': 'SERVING', [serviceName]: 'SERVING' })
  health.addToServer(server)
  server.addService(service, { RunFunction: handle(answer) })
  const port = await bind(server, address, credentials)
  return { port, stop: deadline => stop(server, health, deadline) }
}

const handle =
  (answer: Answer) =>
  ({ request }: ServerUnaryCall<Buffer, Buffer>, reply: sendUnaryData<Buffer>): void => {
    try {
      reply(null, answer(request))
    } catch (error) {
      if (error instanceof MalformedMessage)
        reply({ code: status.INVALID_ARGUMENT, details: `the request is not a RunFunctionRequest: ${error.message}` })
      else reply({ code: status.INTERNAL, details: 'the function failed; its log says why' })
    }
  }

const bind = (server: Server, address: string, credentials: ServerCredentials): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(address, credentials, (error, port) =>
      error ? reject(new Error(`can't serve on ${address}: ${error.message}`)) : resolve(port),
    )
  })

const stop = async (server: Server, health: HealthImplementation, deadlineSeconds: number): Promise<void> => {
  health.setStatus('', 'NOT_SERVING')
  health.setStatus(serviceName, 'NOT_SERVING')
  let timer: NodeJS.Timeout | undefined
  const ended = new Promise<void>(resolve => server.tryShutdown(() => resolve()))
  const late = new Promise<void>(resolve => {
    timer = setTimeout(() => {
      server.forceShutdown()
      resolve()
    }, deadlineSeconds * 1000)
  })
  await Promise.race([ended, late])
  clearTimeout(timer)
}
