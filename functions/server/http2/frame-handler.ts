import { initialWindowIn } from './client-settings.ts'
import { ConnectionError, ErrorCode, Flag, FrameType } from './codes.ts'
import type { FrameHandler } from './frame-reader.ts'
import { pingFrame, settingsAck } from './frames.ts'
import { priorityBytes, unexpected } from './header-block.ts'
import type { Outgoing } from './outgoing.ts'
import type { Requests } from './requests.ts'

interface Options {
  readonly outgoing: Outgoing
  readonly requests: Requests
  readonly nuisance: () => void
  /** Throws a `ConnectionError` when it is enough. */
  readonly onPing: () => void
  /** The client answers one of ours. */
  readonly onPingAnswered: (payload: Buffer) => void
}

/** Gives each frame of a connection to what it is for. Throws a `ConnectionError`: https://www.rfc-editor.org/rfc/rfc9113#section-6 */
export const createFrameHandler = ({ outgoing, requests, nuisance, onPing, onPingAnswered }: Options): FrameHandler => {
  /** The client has said what it takes, which has to come first. */
  let greeted = false

  const settings = (flags: number, id: number, payload: Buffer): void => {
    const ack = (flags & Flag.ack) !== 0
    if (id !== 0 || (ack && !greeted)) throw unexpected()
    greeted = true
    if (ack) {
      expectLength(payload, 0)
      return
    }
    nuisance()
    const window = initialWindowIn(payload)
    outgoing.write(settingsAck)
    if (window !== undefined) requests.setClientWindow(window)
  }

  const ping = (flags: number, id: number, payload: Buffer): void => {
    if (id !== 0) throw unexpected()
    expectLength(payload, 8)
    if ((flags & Flag.ack) !== 0) onPingAnswered(payload)
    else {
      onPing()
      outgoing.write(pingFrame(payload, true))
    }
  }

  return {
    data: (id, bytes, length, end) => {
      if (!greeted) throw unexpected()
      requests.data(id, bytes, length, end)
    },
    frame: (type, flags, id, payload) => {
      if (!greeted && type !== FrameType.settings) throw unexpected()
      if (requests.withinHeaders && type !== FrameType.continuation) throw unexpected()
      switch (type) {
        case FrameType.headers:
        case FrameType.continuation:
          requests.headers(type, flags, id, payload)
          break
        case FrameType.settings:
          settings(flags, id, payload)
          break
        case FrameType.ping:
          ping(flags, id, payload)
          break
        case FrameType.windowUpdate:
          expectLength(payload, 4)
          requests.widen(id, payload.readUInt32BE(0) & 0x7fff_ffff)
          break
        case FrameType.resetStream:
          expectLength(payload, 4)
          requests.cancel(id)
          break
        case FrameType.priority:
          expectLength(payload, priorityBytes)
          // It has no effect any more; what can't be one is still an error.
          if (id === 0 || id === (payload.readUInt32BE(0) & 0x7fff_ffff)) throw unexpected()
          break
        case FrameType.goAway:
          // It tells of what we have begun, which is nothing.
          if (id !== 0) throw unexpected()
          break
        case FrameType.pushPromise:
          throw unexpected()
        // Types that are not known yet are to be ignored.
        default:
      }
    },
  }
}

const expectLength = (payload: Buffer, length: number): void => {
  if (payload.length !== length)
    throw new ConnectionError(ErrorCode.frameSizeError, `a frame of ${payload.length} bytes, where ${length} belong`)
}
