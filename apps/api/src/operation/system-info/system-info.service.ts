import { Inject, Injectable } from '@nestjs/common'
import type { rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import type { z } from 'zod'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { externalUrl } from '../../edge/external-url.js'
import { providerName } from '../../settings/oidc-options.js'
import { StorageRoom } from '../health/storage-room.js'
import { SettingStore } from '../../settings/setting-store.js'
import { CaCertificate } from './ca-certificate.js'
import { HARBOR_VERSION } from './versions.js'

export type GeneralInfo = z.output<typeof rest.generalInfo>

@Injectable()
export class SystemInfoService {
  constructor(
    private readonly settingStore: SettingStore,
    private readonly caCertificate: CaCertificate,
    private readonly storageRoom: StorageRoom,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /** Visitors learn what they need to sign in, not which version of what runs here. */
  async get(headers: Readonly<Record<string, string | string[] | undefined>>, subject: Subject): Promise<GeneralInfo> {
    const settings = await this.settingStore.all()
    const forEverybody = {
      auth_mode: settings.auth_mode,
      primary_auth_mode: settings.primary_auth_mode,
      self_registration: settings.self_registration,
      banner_message: settings.banner_message,
      oidc_provider_name: providerName(settings),
    }
    if (subject.kind === 'anonymous') return forEverybody
    const url = externalUrl(this.settings.externalUrl, headers)
    return {
      ...forEverybody,
      harbor_version: HARBOR_VERSION,
      registry_url: url.replace(/^https?:\/\//, ''),
      external_url: url,
      project_creation_restriction: settings.project_creation_restriction,
      has_ca_root: (await this.caCertificate.find()) !== undefined,
      registry_storage_provider_name: 'filesystem',
      read_only: settings.read_only,
      ...(this.storageRoom.wasFull() && { storage_full: true }),
      notification_enable: false,
      restorable_seconds: this.settings.reclaimDelaySeconds,
      current_time: new Date().toISOString(),
    }
  }
}
