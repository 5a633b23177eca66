import type { Spooled } from '../blob-store.js'
import { SpoolError } from '../errors.js'

/** Bytes that lie in the spool folder. */
export class SpooledFile implements Spooled {
  constructor(
    readonly path: string,
    readonly size: number,
  ) {}

  /** @throws {SpoolError} for what another store has spooled */
  static of(spooled: Spooled): SpooledFile {
    if (!(spooled instanceof SpooledFile)) throw new SpoolError('spooled by another store')
    return spooled
  }
}
