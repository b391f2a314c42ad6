import type { Answer } from './answer.ts'
import type { Credentials } from './certificates.ts'
import { MalformedMessage } from './codec/reader.ts'
import type { Method } from './grpc/call.ts'
import { keepConnections } from './grpc/connections.ts'
import { createHealth } from './grpc/health.ts'
import { createServer, listen, stopListening, type OnRefusal } from './grpc/listen.ts'
import { createRoutes } from './grpc/routes.ts'
import { Code, StatusError } from './grpc/status.ts'

const serviceName = 'apiextensions.fn.proto.v1.FunctionRunnerService'

interface Service {
  readonly answer: Answer
  /** Bytes. */
  readonly maxReceive: number
  /** Seconds. Core resolves the function's address once per connection: only a new one finds new replicas. */
  readonly maxConnectionAge: number
}

interface Options extends Service {
  readonly credentials: Credentials
  readonly address: string
  readonly onRefusal?: OnRefusal
}

export interface RunningServer {
  readonly port: number
  /** Refuses new calls, lets running ones end, and after so many seconds cuts them off. */
  readonly stop: (deadlineSeconds: number) => Promise<void>
}

/**
 * Serves the function and `grpc.health.v1` over HTTP/2: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md. Rejects when
 * the address can't be bound.
 */
export const startServer = async (options: Options): Promise<RunningServer> => {
  const { connections, health } = createService(options)
  const server = createServer(options.credentials, connections.hear, options.onRefusal)
  server.on('connection', connections.accept)
  const port = await listen(server, options.address)
  return {
    port,
    stop: async deadlineSeconds => {
      const closed = stopListening(server)
      health.stop()
      connections.retire()
      const timer = setTimeout(connections.destroy, deadlineSeconds * 1000)
      await closed
      clearTimeout(timer)
    },
  }
}

/** All of it but where its clients come from. */
export const createService = ({ answer, maxReceive, maxConnectionAge }: Service) => {
  const health = createHealth([serviceName])
  const methods = new Map([[`/${serviceName}/RunFunction`, runFunction(answer)], ...health.methods])
  const connections = keepConnections({
    onStream: createRoutes(methods, maxReceive),
    maxAge: maxConnectionAge,
    onRetire: health.endWatches,
  })
  return { connections, health }
}

const runFunction = (answer: Answer): Method => ({
  unary: message => {
    try {
      return answer(message)
    } catch (error) {
      if (error instanceof MalformedMessage)
        throw new StatusError(Code.invalidArgument, `the request is not a RunFunctionRequest: ${error.message}`)
      throw new StatusError(Code.internal, 'the function failed; its log says why')
    }
  },
})
