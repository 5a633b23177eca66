import { Inject, Injectable } from '@nestjs/common'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'

/** What the registry answers where uploads would reach into the reserve of the disk. */
const STORAGE_FULL = 507
/** How old an answer may be that is given without asking. */
const LIFE_MS = 10_000
const PATIENCE_MS = 3000

/** Whether the disk of the blobs has room for uploads, as the registry says. */
@Injectable()
export class StorageRoom {
  private readonly url: string
  private last = { isFull: false, until: 0 }

  constructor(@Inject(SETTINGS) { components }: ApiSettings) {
    this.url = `${components.registryUrl}/internal/room`
  }

  async isFull(signal: AbortSignal): Promise<boolean> {
    const response = await fetch(this.url, { signal })
    await response.body?.cancel()
    const isFull = response.status === STORAGE_FULL
    this.last = { isFull, until: Date.now() + LIFE_MS }
    return isFull
  }

  /** As it was when it was last looked at. Nobody waits: where that is long ago, it is looked at for whoever asks next. */
  wasFull(): boolean {
    const { isFull, until } = this.last
    if (until < Date.now()) {
      this.last = { isFull, until: Date.now() + LIFE_MS }
      this.isFull(AbortSignal.timeout(PATIENCE_MS)).catch(() => {
        // While the registry is away, nobody knows better.
      })
    }
    return isFull
  }
}
