import { execFile } from 'node:child_process'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

/** Below the range from which systems take the near end of outgoing connections: one of those could be in the way later. */
const range = { from: 20_000, to: 30_000 } as const

export const loopback = '127.0.0.1'

/**
 * Ports of 127.0.0.1 on which nothing listens, one behind the other. Control planes that begin at the same time listen on theirs only
 * later: picked each by itself, some would meet in one of twenty runs of five.
 */
export const freePorts = async (count: number): Promise<readonly number[]> => {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const block = Math.floor(Math.random() * Math.floor((range.to - range.from) / count))
    const ports = Array.from({ length: count }, (_, index) => range.from + block * count + index)
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return ports
  }
  throw new Error(`no free ports between ${range.from} and ${range.to} on ${loopback}`)
}

/** Whether a process could listen there now. */
export const isFree = (port: number): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const server = createServer()
  server.once('error', () => resolve(false))
  server.listen({ host: loopback, port, exclusive: true }, () => server.close(() => resolve(true)))
  return promise
}

/** A process that was just killed holds its ports for a moment longer, on a busy machine for seconds: nobody is seen to hold them then. */
export const isFreeSoon = async (port: number): Promise<boolean> => {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await isFree(port)) return true
    if ((await holderOf(port)) !== undefined) return false
    await sleep(100)
  }
  return false
}

/** Who listens on a port of this machine, as a person would look for it; `undefined` when the system doesn't tell. */
export const holderOf = async (port: number): Promise<string | undefined> => {
  try {
    return await (process.platform === 'linux' ? holderFromProc(port) : holderFromLsof(port))
  } catch {
    return undefined
  }
}

/** `node (process 4711)`, or that it is unknown, for a sentence. */
export const describeHolder = async (port: number): Promise<string> =>
  (await holderOf(port)) ?? 'a process of another user'

/** @param proc where the kernel tells of processes */
export const holderFromProc = async (port: number, proc = '/proc'): Promise<string | undefined> => {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  const tables = await Promise.all(['tcp', 'tcp6'].map(name => readFile(`${proc}/net/${name}`, 'utf8').catch(() => '')))
  const listening = tables
    .flatMap(table => table.split('\n'))
    .map(line => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(`:${hex}`) && state === '0A')
  const sockets = new Set(listening.map(fields => `socket:[${fields[9]}]`))
  for (const pid of (await readdir(proc)).filter(name => /^\d+$/.test(name))) {
    const descriptors = await readdir(`${proc}/${pid}/fd`).catch(() => [])
    for (const descriptor of descriptors) {
      const target = await readlink(`${proc}/${pid}/fd/${descriptor}`).catch(() => '')
      if (!sockets.has(target)) continue
      // A process that was killed loses its memory, and with it its command line, before its sockets.
      if ((await readFile(`${proc}/${pid}/cmdline`, 'utf8')) === '') return undefined
      return `${(await readFile(`${proc}/${pid}/comm`, 'utf8')).trim()} (process ${pid})`
    }
  }
  return undefined
}

const holderFromLsof = async (port: number): Promise<string | undefined> => {
  const { stdout } = await promisify(execFile)('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'])
  const [, pid, command] = /^p(\d+)\nc(.*)$/m.exec(stdout) ?? []
  return pid === undefined ? undefined : `${command} (process ${pid})`
}
