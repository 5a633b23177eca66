import type { Database, Queryable } from '@berth/database'
import { DistributionError, projectOf, type UploadId } from '@berth/oci'
import type { HeldUpload } from '../registry-metadata.js'
import { passedLimit, refuseOver } from './rules/quota.js'

/** Uploads that a project with a limit may have under way, and of those one pusher. A push has a handful. */
const [MAX_OPEN, MAX_OF_HOLDER] = [5_000, 1_000]

/** In a statement of its own: the next one then sees what others hold who were faster. */
const lockQuota = {
  name: 'lock_quota',
  text: 'select q.project_id from quota q join project p on p.id = q.project_id where p.name = $1 and q.hard_bytes >= 0 for update of q',
}

/** It never counts less than before: of two chunks at the same time one comes to nothing, and that may be the smaller one. */
const hold = {
  name: 'hold_upload',
  text: `
    with others as (
      select coalesce(sum(bytes), 0)::bigint as bytes, count(*)::integer as number, (count(*) filter (where holder = $4))::integer as own
      from open_upload where project_id = $1 and id <> $2
    ), asked as (
      select ${passedLimit('$1', '($3::bigint + others.bytes)')} as passed, number, own from others
    ), held as (
      insert into open_upload (id, project_id, bytes, holder) select $2, $1, $3, $4 from asked
      where passed is null and number < ${MAX_OPEN} and own < ${MAX_OF_HOLDER}
      on conflict (id) do update set bytes = greatest(open_upload.bytes, excluded.bytes), updated_at = now()
    )
    select passed, number, own from asked`,
}

interface Asked {
  passed: string | null
  number: number
  own: number
}

/** @throws {UserError} QUOTA_EXCEEDED @throws {DistributionError} TOOMANYREQUESTS where project or pusher have too many under way */
export async function holdUpload(db: Database, { repository, id, size, holder }: HeldUpload): Promise<void> {
  await db.transaction(async (transaction) => {
    const [quota] = await transaction.query<{ project_id: number }>(lockQuota, [projectOf(repository)])
    if (!quota) return
    const [asked] = await transaction.query<Asked>(hold, [quota.project_id, id, size, holder])
    if (!asked) return
    refuseOver(asked.passed)
    if (asked.own >= MAX_OF_HOLDER) throw tooMany('you have', MAX_OF_HOLDER)
    if (asked.number >= MAX_OPEN) throw tooMany('the project has', MAX_OPEN)
  })
}

const tooMany = (who: string, number: number) =>
  new DistributionError('TOOMANYREQUESTS', `${who} ${number} uploads under way in this project: finish or cancel some`)

const release = { name: 'release_upload', text: 'delete from open_upload where id = $1' }

export async function releaseUpload(db: Queryable, id: UploadId): Promise<void> {
  await db.query(release, [id])
}

const forget = { name: 'forget_uploads', text: 'delete from open_upload where updated_at < $1' }

/** Those that nothing was added to since. */
export async function forgetUploads(db: Queryable, before: Date): Promise<void> {
  await db.query(forget, [before])
}
