import { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { may, type Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import type { ProjectContext } from '../../access/context.js'
import { projectsWhere } from '../../access/grants.js'
import { Database } from '../../database/database.js'
import type { Page } from '../../edge/results.js'
import { type ListQuery, skippedRows } from '../../listing/list-query.js'
import { Lists } from '../../listing/lists.js'
import type { ListScope } from '../../listing/list-view.js'
import { type AuditLog, type AuditLogExt, asAuditLog, asAuditLogExt } from './audit-entry.js'
import { csvEnd, csvHead, csvLine } from './audit-csv.js'
import { type AuditRow, auditView } from './audit-view.js'

const kept = sql`e.entry = 'kept'`
const succeeded = sql`e.succeeded`

/** Entries before a page that is asked for by its number: each of them is looked at. */
const FARTHEST = 100_000
/** Entries of a file, and those that are read at once for it. */
const MOST = 100_000
const PIECE = 500
/** Files that are written at the same time. */
const MOST_FILES = 4

/** The audit log. An entry is shown where its project lets it be, whichever list it stands in. */
@Injectable()
export class AuditService {
  private files = 0

  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** All that the subject may see: everything, or what happened in projects whose log it may read. */
  async list(subject: Subject, query: ListQuery): Promise<Page<AuditLogExt>> {
    return (await this.page(query, await this.seenBy(subject))).map(asAuditLogExt)
  }

  async listOfProject({ id }: ProjectContext, query: ListQuery): Promise<Page<AuditLogExt>> {
    return (await this.page(query, ofProject(id))).map(asAuditLogExt)
  }

  async file(subject: Subject, query: ListQuery): Promise<Readable> {
    return this.write(query, await this.seenBy(subject))
  }

  fileOfProject({ id }: ProjectContext, query: ListQuery): Promise<Readable> {
    return this.write(query, ofProject(id))
  }

  /** In the old form, which has no result: what did not come about is no part of it. */
  async listOld(subject: Subject, query: ListQuery): Promise<Page<AuditLog>> {
    const { where, ...scope } = await this.seenBy(subject)
    return (await this.page(query, { ...scope, where: [...where, succeeded] })).map(asAuditLog)
  }

  async listOldOfProject({ id }: ProjectContext, query: ListQuery): Promise<Page<AuditLog>> {
    const where = [...ofProject(id).where, succeeded]
    return (await this.page(query, { where })).map(asAuditLog)
  }

  /** @throws {UserError} BAD_QUERY */
  private page(query: ListQuery, scope: ListScope): Promise<Page<AuditRow>> {
    if (query.after === '' && skippedRows(query) > FARTHEST) {
      const detail = `beyond ${FARTHEST} entries pages have no numbers: follow "next" of the Link header, or ask for a time by op_time`
      throw new UserError('BAD_QUERY', { detail })
    }
    return this.lists.page(auditView, query, scope)
  }

  /** A list as CSV, read as it is sent; its first entries before, so that a question is refused in time. @throws {UserError} TOO_MANY_REQUESTS */
  private async write(query: ListQuery, scope: ListScope): Promise<Readable> {
    if (this.files >= MOST_FILES)
      throw new UserError('TOO_MANY_REQUESTS', { detail: 'too many files are being written' })
    const piece = (after: string) => this.page({ ...query, page: 1, page_size: PIECE, after }, scope)
    // Counted before anything is waited for: of those that come at once no more pass.
    this.files += 1
    const first = await piece('').catch((error: unknown) => {
      this.files -= 1
      throw error
    })
    const file = Readable.from(linesOf(first, piece), { objectMode: false })
    return file.once('close', () => void (this.files -= 1))
  }

  private async seenBy(subject: Subject): Promise<ListScope> {
    if (may(subject, 'audit-log:list', { scope: 'system' })) return { where: [kept] }
    const projects = await this.database.rows<{ id: number }>(
      sql`select p.id from project p where ${projectsWhere(subject, 'log:list')}`,
    )
    return { where: [kept], groups: { of: sql`e.project_id`, ids: projects.map(({ id }) => id) } }
  }
}

const ofProject = (id: number): ListScope => ({ where: [kept, sql`e.project_id = ${id}`] })

async function* linesOf(
  first: Page<AuditRow>,
  next: (after: string) => Promise<Page<AuditRow>>,
): AsyncGenerator<string> {
  yield csvHead
  let page = first
  for (let count = PIECE; ; count += PIECE) {
    if (page.rows.length > 0) yield page.rows.map((row) => csvLine(asAuditLogExt(row))).join('')
    if (page.rows.length < PIECE || page.next === undefined) return
    if (count >= MOST) break
    page = await next(page.next)
  }
  yield csvEnd(MOST)
}
