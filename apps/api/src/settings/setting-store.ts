import type { KeyObject } from 'node:crypto'
import { Inject, Injectable, Logger } from '@nestjs/common'
import type { Actor } from '@berth/contracts'
import { emit } from '@berth/database'
import { type EntityTransaction, Setting } from '@berth/database/orm'
import { deriveKey, open, seal } from '@berth/secrets'
import sql from 'sql-template-tag'
import { z } from 'zod'
import { type ApiSettings, SETTINGS } from '../api-settings.js'
import { Database } from '../database/database.js'
import { keepAdminGroups } from './admin-groups.js'
import { requireMirrors } from './mirror-projects.js'
import { requireTogether } from './table/require-together.js'
import { requireSecretsAnew } from './table/secrets-of-addresses.js'
import type { SettingRow } from './table/setting-row.js'
import { settingRows, type Settings } from './table/settings-table.js'

/** How long another replica's change may go unseen here. */
const LIFE_MS = 3000

/** What administrators may change while the system runs. Read from the table `setting`, remembered for a moment. */
@Injectable()
export class SettingStore {
  private readonly logger = new Logger('SettingStore')
  private readonly key: KeyObject
  private known: { readonly settings: Promise<Settings>; readonly until: number } | undefined

  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) { secretKey }: Pick<ApiSettings, 'secretKey'>,
  ) {
    this.key = deriveKey(secretKey, 'settings')
  }

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

  /**
   * Stores the given values, secrets sealed, and leaves the others as they are.
   * @throws {UserError} SETTING_NEEDS where they do not go together with the others; SETTING_SECRET_NEEDED, MIRROR_NO_PROXY, MIRRORS_OF_ONE
   */
  async change(values: Partial<Settings>, actor: Actor): Promise<void> {
    await this.database.transaction(async (transaction) => {
      // Two changes at once must not each be right beside what the other one takes away.
      await transaction.rows(sql`lock table setting in share row exclusive mode`)
      const before = this.settingsOf(await transaction.entities.find(Setting))
      requireTogether({ ...before, ...values })
      requireSecretsAnew(before, values)
      await this.store(transaction, values, actor)
      await requireMirrors(transaction, values)
    })
    this.known = undefined
  }

  /**
   * Stores first values: where nobody has decided yet, or with `reload` over what was decided. In the caller's transaction, after which
   * nothing of the time before is remembered.
   */
  async seed(
    transaction: EntityTransaction,
    values: Partial<Settings>,
    { reload, actor }: { readonly reload: boolean; readonly actor: Actor },
  ): Promise<void> {
    const rows = await transaction.entities.find(Setting)
    const stored = new Map(rows.map(({ key, value }) => [key, value]))
    const differs = (key: string, value: unknown) => {
      const row = settingRows.get(key)
      return !stored.has(key) || (reload && row !== undefined && this.valueOf(key, row, stored.get(key)) !== value)
    }
    const changed = Object.entries(values).filter(([key, value]) => differs(key, value))
    await this.store(transaction, Object.fromEntries(changed), actor)
    transaction.afterCommit(async () => {
      this.known = undefined
    })
  }

  private async store(transaction: EntityTransaction, values: Partial<Settings>, actor: Actor): Promise<void> {
    const rows = Object.entries(values).map(([key, value]) => ({
      key,
      value: settingRows.get(key)?.secret ? seal(this.key, String(value), key) : value,
      updatedAt: new Date(),
    }))
    if (rows.length === 0) return
    await transaction.entities.upsert(Setting, rows, ['key'])
    await keepAdminGroups(transaction, values)
    await emit(transaction, 'settings.changed', { keys: rows.map(({ key }) => key) }, actor)
  }

  private async read(): Promise<Settings> {
    return this.settingsOf(await this.database.repository(Setting).find())
  }

  /** Rows of keys that the table does not have are left alone. */
  private settingsOf(rows: readonly Setting[]): Settings {
    const stored = new Map(rows.map(({ key, value }) => [key, value]))
    const values = [...settingRows].map(([key, row]) => [key, this.valueOf(key, row, stored.get(key))])
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each value went through the schema of its row
    return Object.fromEntries(values) as Settings
  }

  /** What is stored, where the row takes it. A secret that does not open counts as not set: the rest goes on. */
  private valueOf(key: string, { schema, fallback, secret }: SettingRow, stored: unknown): unknown {
    if (stored === undefined) return fallback
    try {
      return schema.parse(secret ? open(this.key, z.string().parse(stored), key) : stored)
    } catch (error) {
      this.logger.error(`The stored value of the setting ${key} is of no use: ${String(error)}`)
      return fallback
    }
  }
}
