/** A queue whose messages are counted. */
export interface CountedQueue {
  /** The name of the metric that it is. */
  readonly metric: string
  readonly name: string
  readonly messagesPerReplica: number
  readonly place: QueuePlace
}

/** Where a queue is, and what KEDA has to be told to find it there. */
export type QueuePlace =
  | { readonly provider: 'AWS'; readonly region: string }
  | { readonly provider: 'GCP'; readonly project: string }
  | { readonly provider: 'Azure'; readonly serviceBusNamespace: string }
  /** RabbitMQ; how it is reached stands in a Secret of the claim's namespace. */
  | { readonly provider: 'Kubernetes'; readonly secretName: string; readonly secretKey: string }
