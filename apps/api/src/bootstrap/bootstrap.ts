import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common'
import { type Actor, BUILT_IN_ADMIN_ID } from '@berth/contracts'
import { emit, makeProject } from '@berth/database'
import { type EntityTransaction, migrate, Project, User } from '@berth/database/orm'
import sql from 'sql-template-tag'
import { Database } from '../database/database.js'
import { DefaultPassword } from '../identity/passwords/default-password.js'
import { hashPassword } from '../identity/passwords/password.js'
import { type ApiSettings, SETTINGS } from '../api-settings.js'
import { SettingStore } from '../settings/setting-store.js'

const ADMIN = 'admin'
const LIBRARY = 'library'
const actor: Actor = { kind: 'system', name: 'bootstrap' }

/** Brings the schema up to date and makes what Berth cannot be without: the administrator, project `library`, settings. */
@Injectable()
export class Bootstrap implements OnApplicationBootstrap {
  private readonly logger = new Logger('Bootstrap')

  constructor(
    private readonly database: Database,
    private readonly store: SettingStore,
    private readonly defaultPassword: DefaultPassword,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await migrate(this.settings.database)
    await this.database.transaction(async (transaction) => {
      // One process at a time fills the database.
      await transaction.row(sql`select pg_advisory_xact_lock(hashtextextended('berth: bootstrap', 0))`)
      const { settings, reload } = this.settings.seed
      await this.store.seed(transaction, settings, { reload, actor })
      await this.createAdmin(transaction)
      await this.createLibrary(transaction)
    })
    if (await this.defaultPassword.isInUse()) {
      this.logger.warn('The administrator "admin" still has the default password, which everybody knows: change it')
    }
  }

  private async createAdmin(transaction: EntityTransaction): Promise<void> {
    const { entities } = transaction
    if (await entities.existsBy(User, { id: BUILT_IN_ADMIN_ID })) return
    const password = this.settings.seed.adminPassword
    if (password === undefined) {
      throw new Error('There is no administrator yet: set BERTH_ADMIN_PASSWORD for the first start.')
    }
    const passwordHash = await hashPassword(password)
    await entities.insert(User, {
      username: ADMIN,
      email: 'admin@example.com',
      realname: 'system admin',
      comment: 'admin user',
      passwordHash,
      sysadmin: true,
    })
    await emit(transaction, 'user.created', { user_id: BUILT_IN_ADMIN_ID, user: ADMIN }, actor)
    this.logger.log('The administrator "admin" has been created')
  }

  private async createLibrary(transaction: EntityTransaction): Promise<void> {
    const { entities } = transaction
    // Deleted by an administrator, it stays away: it is made together with the first project only.
    if ((await entities.count(Project)) > 0 || (await this.hadProjects(transaction))) return
    const library = { name: LIBRARY, owner: BUILT_IN_ADMIN_ID, isPublic: true, hardBytes: -1 }
    await makeProject(transaction, library, actor)
  }

  private async hadProjects(transaction: EntityTransaction): Promise<boolean> {
    const row = await transaction.row<{ called: boolean }>(
      sql`select coalesce(pg_sequence_last_value(pg_get_serial_sequence('project', 'id')::regclass), 0) > 0 as called`,
    )
    return row?.called === true
  }
}
