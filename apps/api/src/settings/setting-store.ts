import { Injectable } from '@nestjs/common'
import { Setting } from '@berth/database'
import { Database } from '../database/database.js'
import { type Settings, settingsSchema } from './settings-schema.js'

/** How long another replica's change may go unseen here. */
const LIFE_MS = 3000

/** What administrators may change while the system runs. Read from the table `setting`, remembered for a moment. */
@Injectable()
export class SettingStore {
  private known: { readonly settings: Promise<Settings>; readonly until: number } | undefined

  constructor(private readonly database: Database) {}

  async value<Key extends keyof Settings>(key: Key): Promise<Settings[Key]> {
    return (await this.all())[key]
  }

  all(): Promise<Settings> {
    if (this.known && this.known.until > Date.now()) return this.known.settings
    const settings = this.read()
    this.known = { settings, until: Date.now() + LIFE_MS }
    settings.catch(() => {
      this.known = undefined
    })
    return settings
  }

  /** Stores the given values and leaves the others as they are. */
  async change(values: Partial<Settings>): Promise<void> {
    const rows = Object.entries(values).map(([key, value]) => ({ key, value, updatedAt: new Date() }))
    if (rows.length > 0) await this.database.repository(Setting).upsert(rows, ['key'])
    this.known = undefined
  }

  private async read(): Promise<Settings> {
    const rows = await this.database.repository(Setting).find()
    return settingsSchema.parse(Object.fromEntries(rows.map((row) => [row.key, row.value])))
  }
}
