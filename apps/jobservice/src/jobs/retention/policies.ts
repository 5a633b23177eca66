import { readRetentionRules, rest, type RetentionRule, UserError } from '@berth/contracts'
import type { Queryable, Transaction } from '@berth/database'
import type { RepositoryName } from '@berth/oci'

/** A policy as a run finds it. */
export interface RetentionPolicy {
  readonly projectId: number
  /** Counts its changes. */
  readonly version: number
  readonly rules: readonly RetentionRule[]
  /** What it takes of a repository at most, in percent. */
  readonly maxPercent: number | null
}

const find = {
  name: 'find_retention_policy',
  text: 'select project_id, version, rules, max_percent from retention_policy where id = $1',
}

interface Row {
  project_id: number
  version: number
  rules: unknown
  max_percent: number | null
}

const storedRules = rest.retentionRule.array()

/** Undefined where it is gone. @throws {z.ZodError} where a rule cannot be understood: then nothing may be taken */
export async function findPolicy(db: Queryable, id: number): Promise<RetentionPolicy | undefined> {
  const [row] = await db.query<Row & Record<string, unknown>>(find, [id])
  if (!row) return undefined
  const rules = readRetentionRules(storedRules.parse(row.rules))
  return { projectId: row.project_id, version: row.version, rules, maxPercent: row.max_percent }
}

/** Until the transaction has ended, nobody changes the policy. */
const hold = {
  name: 'hold_retention_policy',
  text: 'select version from retention_policy where id = $1 for share',
}

/** Part of a transaction that acts by a policy. @throws {UserError} RETENTION_CHANGED where it is no longer that one */
export async function holdPolicy(transaction: Transaction, id: number, version: number): Promise<void> {
  const [row] = await transaction.query<{ version: number }>(hold, [id])
  if (row?.version !== version) throw new UserError('RETENTION_CHANGED')
}

const list = {
  name: 'list_repositories_of_project',
  text: `
    select id, name from repository where project_id = $1 and name > $2 and artifact_count > 0 order by name limit $3`,
}

/** Repositories of a project that hold something, in the order of their names, those after `after`. */
export function listRepositories(
  db: Queryable,
  projectId: number,
  after: string,
  limit: number,
): Promise<{ id: string; name: RepositoryName }[]> {
  return db.query(list, [projectId, after, limit])
}
