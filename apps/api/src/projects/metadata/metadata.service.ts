import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import sql from 'sql-template-tag'
import type { ProjectContext } from '../../access/context.js'
import { Database } from '../../database/database.js'
import { isMetadataKey, readMetadata } from '../projects/project-metadata.js'
import { requireSoundProxy } from '../projects/proxy-cache.js'
import { shownMetadata } from '../projects/shown-metadata.js'

export type Metadata = Readonly<Record<string, string>>

const shown = sql`${shownMetadata} as metadata`

/** Single keys of what a project says of itself. What they may be is said where projects are changed. */
@Injectable()
export class MetadataService {
  constructor(private readonly database: Database) {}

  async list({ id, name }: ProjectContext): Promise<Metadata> {
    const found = await this.database.row<{ metadata: Metadata }>(
      sql`select ${shown} from project p where p.id = ${id}`,
    )
    if (!found) throw new UserError('PROJECT_NOT_FOUND', { project: name })
    return found.metadata
  }

  async get(project: ProjectContext, key: string): Promise<Metadata> {
    const metadata = await this.list(project)
    const value = Object.hasOwn(metadata, key) ? metadata[key] : undefined
    if (value === undefined) throw new UserError('METADATA_NOT_FOUND', { key })
    return { [key]: value }
  }

  async add(project: ProjectContext, given: Metadata, actor: Actor): Promise<void> {
    const [key = '', ...others] = Object.keys(given)
    if (key === '' || others.length > 0) throw new UserError('ONE_METADATA_KEY')
    await this.set(project, key, given, actor, (before) => {
      if (Object.hasOwn(before, key)) throw new UserError('METADATA_EXISTS', { key })
    })
  }

  async update(project: ProjectContext, key: string, given: Metadata, actor: Actor): Promise<void> {
    if (!Object.hasOwn(given, key)) throw new UserError('ONE_METADATA_KEY')
    await this.set(project, key, given, actor, () => undefined)
  }

  async delete(project: ProjectContext, key: string, actor: Actor): Promise<void> {
    if (!isMetadataKey(key)) throw new UserError('UNKNOWN_METADATA', { key })
    await this.change(project, { [key]: '' }, actor, async (transaction, before) => {
      if (!Object.hasOwn(before, key)) throw new UserError('METADATA_NOT_FOUND', { key })
      await transaction.rows(sql`update project set metadata = metadata - ${key}::text,
        public = public and ${key !== 'public'}, updated_at = now() where id = ${project.id}`)
    })
  }

  private async set(
    project: ProjectContext,
    key: string,
    given: Metadata,
    actor: Actor,
    check: (before: Metadata) => void,
  ): Promise<void> {
    const value = given[key]
    if (value === undefined || !isMetadataKey(key)) throw new UserError('UNKNOWN_METADATA', { key })
    const { isPublic = null, metadata } = readMetadata({ metadata: { [key]: value } })
    await this.change(project, { [key]: value }, actor, async (transaction, before) => {
      check(before)
      await transaction.rows(sql`update project set metadata = metadata || ${JSON.stringify(metadata)}::jsonb,
        public = coalesce(${isPublic}::boolean, public), updated_at = now() where id = ${project.id}`)
    })
  }

  private async change(
    { id, name }: ProjectContext,
    changed: Metadata,
    actor: Actor,
    work: (transaction: Transaction, before: Metadata) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const found = await transaction.row<{ metadata: Metadata }>(
        sql`select ${shown} from project p where p.id = ${id} for no key update`,
      )
      if (!found) throw new UserError('PROJECT_NOT_FOUND', { project: name })
      await work(transaction, found.metadata)
      await requireSoundProxy(transaction, id)
      await emit(transaction, 'project.updated', { project_id: id, project: name, changed }, actor)
    })
  }
}
