import { open, type FileHandle } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ByteRange } from '@berth/oci'
import { UpstreamError } from './upstream-error.js'

const PIECE = 256 * 1024
/** Milliseconds between two looks at a file that has not grown, and after which it is asked whether anybody writes it. */
const [LOOK, DOUBT] = [15, 1_000]

/** The file that is written elsewhere; undefined where it is not there. */
export async function openFlight(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Bytes `start` to `end` of a file that is still being written, and reaches its full length only when it is what it should be.
 *
 * @param isWritten whether anybody still writes it
 * @throws {UpstreamError} where it ends before
 */
export async function* follow(
  file: FileHandle,
  { start, end }: ByteRange,
  isWritten: () => Promise<boolean>,
): AsyncGenerator<Buffer> {
  try {
    let place = start
    let grown = performance.now()
    let isOver = false
    while (place <= end) {
      const { bytesRead, buffer } = await file.read(
        Buffer.allocUnsafe(PIECE),
        0,
        Math.min(PIECE, end + 1 - place),
        place,
      )
      if (bytesRead > 0) {
        place += bytesRead
        yield buffer.subarray(0, bytesRead)
        grown = performance.now()
      } else if (isOver) {
        throw new UpstreamError('the transfer from the upstream broke off')
      } else if (performance.now() - grown > DOUBT) {
        // What was written before it ended is read once more.
        isOver = !(await isWritten())
        grown = performance.now()
      } else {
        await sleep(LOOK)
      }
    }
  } finally {
    await file.close()
  }
}
