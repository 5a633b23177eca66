import { Injectable } from '@nestjs/common'
import { rest, UserError } from '@berth/contracts'
import type { z } from 'zod'
import { SettingStore } from './setting-store.js'
import { type Settings, settingsSchema } from './settings-schema.js'

/** Keys that the schema does not know are kept, to be refused by name. */
export const configurationsBody = rest.configurations.loose()
export type Configurations = z.output<typeof configurationsBody>
export type ConfigurationsView = z.output<typeof rest.configurationsResponse>

/** Shown, but decided elsewhere. */
const FIXED = { auth_mode: 'db_auth', primary_auth_mode: false } as const

const item = <Value>(value: Value, editable = true) => ({ value, editable })

@Injectable()
export class ConfigurationsService {
  constructor(private readonly store: SettingStore) {}

  async get(): Promise<ConfigurationsView> {
    const settings = await this.store.all()
    return {
      auth_mode: item(FIXED.auth_mode, false),
      primary_auth_mode: item(FIXED.primary_auth_mode, false),
      project_creation_restriction: item(settings.project_creation_restriction),
      self_registration: item(settings.self_registration),
      token_expiration: item(settings.token_expiration),
      session_timeout: item(settings.session_timeout),
      read_only: item(settings.read_only),
      storage_per_project: item(settings.storage_per_project),
      banner_message: item(settings.banner_message),
    }
  }

  /** @throws {UserError} SETTING_FIXED, SETTING_UNKNOWN; nothing is changed then */
  async update(body: Configurations): Promise<void> {
    for (const [key, value] of Object.entries(body)) {
      if (key in settingsSchema.shape) continue
      // Clients send back what they were shown.
      if (key in FIXED && Reflect.get(FIXED, key) === value) continue
      throw new UserError(key in FIXED ? 'SETTING_FIXED' : 'SETTING_UNKNOWN', { key })
    }
    const known = rest.configurations.parse(body)
    const given = Object.entries(known).filter(([, value]) => value !== undefined)
    const changes: Partial<Settings> = Object.fromEntries(given)
    await this.store.change(changes)
  }
}
