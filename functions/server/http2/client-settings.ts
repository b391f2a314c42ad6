import { ConnectionError, ErrorCode, Setting } from './codes.ts'

/** What HTTP/2 allows for some of them. */
const bounds: Readonly<Record<number, readonly [least: number, most: number, code: ErrorCode]>> = {
  [Setting.enablePush]: [0, 1, ErrorCode.protocolError],
  [Setting.initialWindowSize]: [0, 2 ** 31 - 1, ErrorCode.flowControlError],
  [Setting.maxFrameSize]: [16_384, 2 ** 24 - 1, ErrorCode.protocolError],
}

const entryBytes = 6

/**
 * Bytes of an answer that a client takes at first, if its SETTINGS frame says so. Nothing else in it matters: its table of headers we
 * leave empty, we push nothing, and no frame of ours is larger than all clients allow. Throws a `ConnectionError`:
 * https://www.rfc-editor.org/rfc/rfc9113#section-6.5
 */
export const initialWindowIn = (payload: Buffer): number | undefined => {
  if (payload.length % entryBytes !== 0)
    throw new ConnectionError(ErrorCode.frameSizeError, 'settings that are cut off')
  let window: number | undefined
  for (let at = 0; at < payload.length; at += entryBytes) {
    const [setting, value] = [payload.readUInt16BE(at), payload.readUInt32BE(at + 2)]
    const [least, most, code] = bounds[setting] ?? [0, Infinity, ErrorCode.noError]
    if (value < least || value > most) throw new ConnectionError(code, `the setting ${setting} can’t be ${value}`)
    if (setting === Setting.initialWindowSize) window = value
  }
  return window
}
