import type { Platform, RuntimeConfig } from '../image/image.ts'

/** The user that the function runs as. Kubernetes checks `runAsNonRoot` only against a number. */
export const user = 2000

/** The function's file, from the root. */
export const entryPoint = 'function/start.cjs'

/**
 * What V8 leaves to itself lets a small function grow to hundreds of megabytes. A small young generation is enough for calls that
 * take a millisecond: with 1 MB what large requests on their way hold was taken for old, and a call cost 5 to 10 % more; with 8 a
 * function holds 7 MB more. All of it from the start: what loading makes fits in, and nothing is copied before the first answer.
 *
 * One thread of V8's own is enough, too: four wake each other for work that is hardly there (a tenth of the CPU), and none is not to be
 * had: 0 lets Node choose.
 *
 * And no authority of the world is trusted here: to trust Crossplane's, Node parses all that it brings first (5 ms of a start, 1 MB),
 * unless it is to take those of OpenSSL's folder, which the image has not.
 *
 * More of this kind is in `late-flags.ts`: each of these must leave what Node brings compiled of itself usable.
 */
export const nodeFlags = ['--min-semi-space-size=4', '--max-semi-space-size=4', '--v8-pool-size=1', '--use-openssl-ca']

/** How the function's container is run. */
export const runtimeConfig: RuntimeConfig = {
  User: `${user}:${user}`,
  ExposedPorts: { '8080/tcp': {}, '9443/tcp': {} },
  // One arena: several keep what they have freed. And what large messages take is given back at once, and not kept in pieces: by
  // itself malloc raises this bound with each message that is larger. A claim of eight resources is far below it.
  Env: ['NODE_ENV=production', 'MALLOC_ARENA_MAX=1', 'MALLOC_MMAP_THRESHOLD_=262144'],
  Entrypoint: ['/usr/local/bin/node', ...nodeFlags, `/${entryPoint}`],
}

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' }

/** The container's platform: this machine's, for its Node and its libraries go in. Throws where that is not Linux. */
export const runtimePlatform = (os: string = process.platform, cpu: string = process.arch): Platform => {
  const architecture = architectures[cpu]
  if (os !== 'linux' || !architecture) {
    throw new Error(
      `the function's image is made of this machine's Node: build it on Linux (x64 or arm64), not ${os} ${cpu}`,
    )
  }
  return { os, architecture }
}
