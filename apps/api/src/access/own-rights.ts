import { Injectable } from '@nestjs/common'
import { givableTitle, UserError } from '@berth/contracts'
import type { Queryable } from '@berth/database'
import { lacking, type StoredGrant, type Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import { Database } from '../database/database.js'
import { inWords } from './in-words.js'
import { PlaceFinder } from './place-finder.js'

/** The transaction of a change, or the pool. */
type Reader = Pick<Queryable, 'rows' | 'prepared'>

/** Every project, those to come among them. */
const everywhere = { scope: 'project', project: 0, public: false } as const

/** Whoever gives rights to something that signs in by itself gives at most their own: rights, places and time. */
@Injectable()
export class OwnRights {
  constructor(
    private readonly places: PlaceFinder,
    private readonly database: Database,
  ) {}

  /** @throws {UserError} BEYOND_OWN_RIGHTS, naming what the subject does not hold there */
  async requireToGive(
    subject: Subject,
    grants: readonly StoredGrant[],
    database: Reader = this.database,
  ): Promise<void> {
    const ids = grants.flatMap(({ scope }) => (typeof scope === 'number' ? [scope] : []))
    const subjects = await this.places.subjectsIn([...new Set(ids)], subject, database)
    const excess = grants.flatMap(({ scope, permissions }) => {
      if (scope === 'system') return lacking(subject, permissions, { scope })
      if (scope === 'all') return lacking(subject, permissions, everywhere)
      return lacking(subjects.get(scope) ?? subject, permissions, { ...everywhere, project: scope })
    })
    if (excess.length === 0) return
    const lacks = [...new Set(excess)]
    throw new UserError('BEYOND_OWN_RIGHTS', { excess: inWords(lacks.map(givableTitle)) }, { lacks })
  }

  /** When the credential ends that the subject has signed in with; undefined: never. */
  async endOf({ credential }: Subject, database: Reader = this.database): Promise<Date | undefined> {
    if (credential === undefined) return undefined
    const [row] = await database.rows<{ end: Date | null }>(sql`
      select case when c.robot_id is null then c.expires_at else r.expires_at end as end
      from credential c left join robot r on r.id = c.robot_id where c.id = ${credential}`)
    return row?.end ?? undefined
  }

  /** @throws {UserError} BEYOND_OWN_LIFE */
  async requireToOutlive(
    subject: Subject,
    expiresAt: Date | undefined,
    database: Reader = this.database,
  ): Promise<void> {
    const end = await this.endOf(subject, database)
    if (!end || (expiresAt && expiresAt <= end)) return
    throw new UserError('BEYOND_OWN_LIFE', { end: end.toISOString() })
  }
}
