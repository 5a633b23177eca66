import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { Endpoints, type EndpointSecrets, endpointSecrets } from '@berth/registry-endpoints'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { Database } from '../../database/database.js'

/** The way to registries elsewhere, and to what they are signed in to with. */
@Injectable()
export class RegistryConnections extends Endpoints implements OnApplicationShutdown {
  readonly secrets: EndpointSecrets

  constructor(
    database: Database,
    @Inject(SETTINGS) { secretKey, outboundAllow }: Pick<ApiSettings, 'secretKey' | 'outboundAllow'>,
  ) {
    super({ database, secretKey, allow: outboundAllow })
    this.secrets = endpointSecrets(secretKey)
  }

  async onApplicationShutdown(): Promise<void> {
    await this[Symbol.asyncDispose]()
  }
}
