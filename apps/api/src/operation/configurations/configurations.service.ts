import { Injectable } from '@nestjs/common'
import { requireInPerson } from '../../access/require-in-person.js'
import type { Asking } from '../../access/subject.js'
import type { Configurations, ConfigurationsView, InternalConfigurations } from './configurations.schema.js'
import { settingForm, type SettingShown } from './setting-form.js'
import { SettingStore } from '../../settings/setting-store.js'
import { isClearedBy } from '../../settings/table/secrets-of-addresses.js'
import { settingGroups, settingRows, type Settings } from '../../settings/table/settings-table.js'

/** What says who signs in, and as whom: whoever changes it can be anybody. */
const signInKeys: ReadonlySet<string> = new Set(
  (['ldap', 'oidc'] as const).flatMap((group) => Object.keys(settingGroups.get(group) ?? {})),
)

@Injectable()
export class ConfigurationsService {
  constructor(private readonly store: SettingStore) {}

  /** Every setting but the secret ones. Harbor's command line ends where a key is missing that Harbor's document has. */
  async get(): Promise<ConfigurationsView> {
    const settings: Readonly<Record<string, string | number | boolean>> = await this.store.all()
    const shown = [...settingRows].filter(([, { secret }]) => !secret)
    const settingsShown = Object.fromEntries(
      shown.map(([key, { fallback, works }]) => [
        key,
        { value: settings[key] ?? fallback, editable: true, ...(works ? {} : { in_effect: false }) },
      ]),
    )
    return {
      ...settingsShown,
      uaa_client_secret: { value: '', editable: true, in_effect: false },
      scan_all_policy: { type: 'none', parameter: {} },
    }
  }

  /** Every setting but the secret ones. */
  async getInternal(): Promise<InternalConfigurations> {
    const shown = settingForm(await this.store.all())
    return Object.fromEntries(
      shown.flatMap(({ key, value, editable }) => (value === undefined ? [] : [[key, { value, editable }]])),
    )
  }

  async list(): Promise<SettingShown[]> {
    return settingForm(await this.store.all())
  }

  /** @throws {UserError} SETTING_SECRET_NEEDED, TOKEN_LIMITED; nothing is changed then */
  async update(body: Configurations, { subject, actor }: Asking): Promise<void> {
    const before = await this.store.all()
    const changes = Object.entries(body).filter(([key, value]) => {
      const row = settingRows.get(key)
      if (row === undefined || value === undefined) return false
      // Clients send back what they were shown, which is nothing of what is secret.
      return !(row.secret && value === '') || isClearedBy(key, before, body)
    })
    const values: Partial<Settings> = Object.fromEntries(changes)
    const known: Readonly<Record<string, unknown>> = before
    if (Object.entries(values).some(([key, value]) => signInKeys.has(key) && value !== known[key]))
      requireInPerson(subject)
    await this.store.change(values, actor)
  }
}
