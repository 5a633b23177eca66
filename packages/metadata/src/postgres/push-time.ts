import type { Queryable } from '@berth/database'
import type { RepositoryName, Tag } from '@berth/oci'

const find = {
  name: 'find_push_time',
  text: `
    select t.pushed_at from tag t join repository r on r.id = t.repository_id where r.name = $1 and t.name = $2`,
}

/** Of an artifact the time only goes back: by another tag it may be older. Rules take the later one of its own and that of its tags. */
const set = {
  name: 'set_push_time',
  text: `
    with set as (
      update tag set pushed_at = $3 where repository_id = $1 and name = any ($2)
    )
    update artifact set pushed_at = least(pushed_at, $3) where id = $4`,
}

export async function findPushTime(db: Queryable, repository: RepositoryName, tag: Tag): Promise<Date | undefined> {
  return (await db.query<{ pushed_at: Date }>(find, [repository, tag]))[0]?.pushed_at
}

/** Last of a push of what was pushed elsewhere before. */
export async function setPushTime(
  transaction: Queryable,
  repositoryId: string,
  artifactId: string,
  tags: readonly Tag[],
  at: Date,
): Promise<void> {
  await transaction.query(set, [repositoryId, tags, at, artifactId])
}
