import { type Actor, UserError } from '@berth/contracts'
import { type Database, emit } from '@berth/database'
import { projectOf, type RepositoryName } from '@berth/oci'

/** The blobs of one push are refused one after the other: they are told of once. */
const mark = {
  name: 'mark_quota_refusal',
  text: `
    update quota q set refused_at = now() from project p
    where p.id = q.project_id and p.name = $1 and (q.refused_at is null or q.refused_at < now() - interval '1 minute')
    returning p.id as project_id, p.name as project, q.hard_bytes as storage`,
}

const registry: Actor = { kind: 'system', name: 'registry' }

/** Does the work, and writes it down where the project's limit refuses it. The refusal stays what it is, whether or not that can be. */
export async function tellExceeded<Done>(
  db: Database,
  repository: RepositoryName,
  work: Promise<Done>,
  actor: Actor = registry,
): Promise<Done> {
  try {
    return await work
  } catch (error) {
    if (error instanceof UserError && error.reason === 'QUOTA_EXCEEDED')
      await write(db, repository, actor).catch(() => {})
    throw error
  }
}

async function write(db: Database, repository: RepositoryName, actor: Actor): Promise<void> {
  await db.transaction(async (transaction) => {
    const [row] = await transaction.query<{ project_id: number; project: string; storage: string }>(mark, [
      projectOf(repository),
    ])
    if (row) await emit(transaction, 'quota.exceeded', { ...row, storage: Number(row.storage) }, actor)
  })
}
