import { X509Certificate } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Inject, Injectable, Logger } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'

/** A chain of certificates is shorter. */
const MAX_BYTES = 65_536

/** The root certificate that clients may download: what the operator has put there, looked at anew each time. */
@Injectable()
export class CaCertificate {
  private readonly logger = new Logger('CaCertificate')

  constructor(@Inject(SETTINGS) private readonly settings: Pick<ApiSettings, 'caDownload'>) {}

  /** PEM; undefined where there is none. What is no certificate is given to nobody. */
  async find(): Promise<Buffer | undefined> {
    const path = this.settings.caDownload
    const file = path === undefined ? undefined : await open(path, 'r').catch(() => undefined)
    if (!file) return undefined
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(MAX_BYTES), 0, MAX_BYTES, 0)
      const pem = buffer.subarray(0, bytesRead)
      return Buffer.from(new X509Certificate(pem).toString())
    } catch (error) {
      this.logger.warn(`${path} is no certificate in PEM: ${String(error)}`)
      return undefined
    } finally {
      await file.close()
    }
  }

  /** @throws {UserError} NO_CA_CERTIFICATE */
  async require(): Promise<Buffer> {
    const pem = await this.find()
    if (!pem) throw new UserError('NO_CA_CERTIFICATE')
    return pem
  }
}
