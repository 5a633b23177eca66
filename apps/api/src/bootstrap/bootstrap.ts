import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common'
import { migrate, Project, ProjectMember, Quota, Setting, User } from '@berth/database/orm'
import type { EntityManager } from 'typeorm'
import { Database } from '../database/database.js'
import { DefaultPassword } from '../identity/default-password.js'
import { hashPassword } from '../identity/password.js'
import { type ApiSettings, SETTINGS } from '../api-settings.js'
import { BUILT_IN_ADMIN_ID } from '../access/built-in-admin.js'

const ADMIN = 'admin'
const LIBRARY = 'library'

/** Brings the schema up to date and makes what Berth cannot be without: the administrator, project `library`, settings. */
@Injectable()
export class Bootstrap implements OnApplicationBootstrap {
  private readonly logger = new Logger('Bootstrap')

  constructor(
    private readonly database: Database,
    private readonly defaultPassword: DefaultPassword,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await migrate(this.settings.database)
    await this.database.transaction(async ({ entities: manager }) => {
      // One process at a time fills the database.
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('berth: bootstrap', 0))`)
      await this.seedSettings(manager)
      await this.createAdmin(manager)
      await this.createLibrary(manager)
    })
    if (await this.defaultPassword.isInUse()) {
      this.logger.warn('The administrator "admin" still has the default password, which everybody knows: change it')
    }
  }

  /** What the environment says comes in where nobody has decided yet; with `reload`, over what was decided. */
  private async seedSettings(manager: EntityManager): Promise<void> {
    const { seed } = this.settings
    const rows = Object.entries(seed.settings).map(([key, value]) => ({ key, value }))
    if (rows.length === 0) return
    if (seed.reload) await manager.upsert(Setting, rows, ['key'])
    else await manager.createQueryBuilder().insert().into(Setting).values(rows).orIgnore().execute()
  }

  private async createAdmin(manager: EntityManager): Promise<void> {
    if (await manager.existsBy(User, { id: BUILT_IN_ADMIN_ID })) return
    const password = this.settings.seed.adminPassword
    if (password === undefined) {
      throw new Error('There is no administrator yet: set BERTH_ADMIN_PASSWORD for the first start.')
    }
    const passwordHash = await hashPassword(password)
    await manager.insert(User, {
      username: ADMIN,
      email: 'admin@example.com',
      realname: 'system admin',
      comment: 'admin user',
      passwordHash,
      sysadmin: true,
    })
    this.logger.log('The administrator "admin" has been created')
  }

  private async createLibrary(manager: EntityManager): Promise<void> {
    // Deleted by an administrator, it stays away: it is made together with the first project only.
    if ((await manager.count(Project)) > 0 || (await this.hadProjects(manager))) return
    const project = await manager.save(
      manager.create(Project, { name: LIBRARY, ownerId: BUILT_IN_ADMIN_ID, public: true, metadata: {} }),
    )
    await manager.insert(ProjectMember, { projectId: project.id, userId: BUILT_IN_ADMIN_ID, roleId: 1 })
    await manager.insert(Quota, { projectId: project.id, hardBytes: '-1' })
  }

  private async hadProjects(manager: EntityManager): Promise<boolean> {
    const [row] = await manager.query<[{ called: boolean }]>(
      `select coalesce(pg_sequence_last_value(pg_get_serial_sequence('project', 'id')::regclass), 0) > 0 as called`,
    )
    return row.called
  }
}
