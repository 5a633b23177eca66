import { rest } from '@berth/contracts'
import sql, { join, raw } from 'sql-template-tag'
import type { ArtifactContext } from '../../access/context.js'
import type { ListView } from '../../listing/list-view.js'
import { accessoryColumns, isAccessory } from './artifact-view.js'

const columns = join(Object.entries(accessoryColumns).map(([name, value]) => sql`${value} as ${raw(name)}`))

/** What is about an artifact as `Accessory`. */
export function accessoryView({ id }: Pick<ArtifactContext, 'id'>) {
  const { type, icon, ...plain } = accessoryColumns
  return {
    row: rest.accessory,
    isSmall: true,
    columns,
    from: sql`artifact a join repository r on r.id = a.repository_id and a.id = ${id} join artifact s on ${isAccessory}`,
    fields: {
      id: { type: 'integer', expression: plain.id, sortable: true },
      artifact_id: { type: 'integer', expression: plain.artifact_id, sortable: true },
      subject_artifact_id: { type: 'integer', expression: plain.subject_artifact_id },
      subject_artifact_digest: { type: 'text', expression: plain.subject_artifact_digest },
      subject_artifact_repo: { type: 'text', expression: plain.subject_artifact_repo },
      size: { type: 'integer', expression: plain.size, sortable: true },
      digest: { type: 'text', expression: plain.digest, sortable: true },
      type: { type: 'text', expression: type, sortable: true },
      icon: { type: 'text', expression: icon },
      creation_time: { type: 'time', expression: sql`s.pushed_at`, sortable: true },
    },
    defaultSort: 'id',
    key: sql`s.id`,
  } satisfies ListView
}
