import type { Context, Controller } from './controller.ts'
import { announce, startRuntime, type Runtime } from './function-runtime.ts'
import { revisionOf, type Revision } from './revision.ts'
import { watchKind } from './watch.ts'

const watched = {
  apiVersion: 'pkg.crossplane.io/v1',
  kind: 'FunctionRevision',
  plural: 'functionrevisions',
} as const

/** Does for functions what a cluster's kubelet and Crossplane's own runtime would do: runs each active revision, and says where. */
export const functions: Controller = {
  name: 'functions',
  start: async context => {
    const serve = revisions(context)
    const stop = await watchKind(
      context.cluster,
      watched,
      {
        onChange: object => serve.want(revisionOf(object)),
        onGone: object => serve.want({ ...revisionOf(object), active: false }),
      },
      context.log,
    )
    return async () => {
      await stop()
      await serve.stopAll()
    }
  },
}

/** One thing at a time for each revision, and only what was wanted last. */
const revisions = (context: Context) => {
  const runtimes = new Map<string, Runtime>()
  const work = new Map<string, Promise<void>>()
  const wanted = new Map<string, Revision>()
  const end = async (name: string) => {
    await runtimes.get(name)?.program.stop()
    runtimes.delete(name)
  }
  const settle = async (name: string) => {
    const revision = wanted.get(name)
    if (!revision?.active) return end(name)
    const runtime = runtimes.get(name) ?? (await startRuntime(context, revision))
    runtimes.set(name, runtime)
    return announce(context, revision, runtime)
  }
  const enqueue = (name: string) => {
    const next = (work.get(name) ?? Promise.resolve())
      .then(() => settle(name))
      .catch((problem: unknown) => again(name, problem))
    work.set(name, next)
  }
  const again = (name: string, problem: unknown) => {
    context.log(`${name}: ${problem instanceof Error ? problem.message : String(problem)}`)
    setTimeout(() => enqueue(name), 5000)
  }
  return {
    want: (revision: Revision) => {
      wanted.set(revision.name, revision)
      enqueue(revision.name)
    },
    stopAll: async () => {
      await Promise.all([...runtimes.keys()].map(end))
    },
  }
}
