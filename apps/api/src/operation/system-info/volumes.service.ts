import { Inject, Injectable, Logger } from '@nestjs/common'
import type { rest } from '@berth/contracts'
import { z } from 'zod'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'

export type Volumes = z.output<typeof rest.volumes>

const PATIENCE_MS = 3000
const volume = z.object({ total: z.int(), free: z.int() })

/** The registry alone has the disk of the blobs at hand. */
@Injectable()
export class VolumesService {
  private readonly logger = new Logger('VolumesService')

  constructor(@Inject(SETTINGS) private readonly settings: Pick<ApiSettings, 'components'>) {}

  async get(): Promise<Volumes> {
    try {
      const url = `${this.settings.components.registryUrl}/internal/volume`
      const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'manual' })
      return { storage: [volume.parse(await response.json())] }
    } catch (error) {
      this.logger.warn(`The registry does not say how full its disk is: ${String(error)}`)
      return { storage: [] }
    }
  }
}
