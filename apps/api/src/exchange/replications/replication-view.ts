import { rest } from '@berth/contracts'
import sql, { type Sql } from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'
import { registryView } from '../registries/registry-view.js'
import { replicationExecutionView, rootRuns } from './replication-execution-view.js'

/** This registry as an end of a rule, in the shape of the other end. */
const here = sql`jsonb_build_object('id', 0, 'name', 'Local', 'type', 'berth', 'insecure', false, 'credential', '{}'::jsonb,
  'status', 'healthy', 'creation_time', ${rest.NEVER}::text, 'update_time', ${rest.NEVER}::text)`

const end = (id: Sql) => sql`left join lateral (
  select ${registryView.columns} from ${registryView.from} where r.id = ${id}) `

/** Rules as Harbor's `ReplicationPolicy`, each with its last run. */
export const replicationView = {
  row: rest.replicationPolicy,
  isSmall: true,
  columns: sql`p.id, p.name, p.description, coalesce(to_jsonb(source), ${here}) as src_registry,
    coalesce(to_jsonb(destination), ${here}) as dest_registry, p.dest_namespace, p.dest_namespace_replace_count,
    jsonb_build_object('type', p.trigger, 'trigger_settings', jsonb_build_object('cron', p.cron,
      'next_scheduled_time', ${utc(sql`s.next_run_at`)})) as trigger,
    p.filters, p.deletion as replicate_deletion, p.deletion, p.override, p.enabled, p.speed, p.copy_by_chunk,
    p.single_active_replication, p.creator, ${utc(sql`p.created_at`)} as creation_time, ${utc(sql`p.updated_at`)} as update_time,
    to_jsonb(last) as last_execution`,
  from: sql`replication_policy p`,
  details: sql`
    ${end(sql`p.src_registry_id`)} source on true
    ${end(sql`p.dest_registry_id`)} destination on true
    left join schedule s on s.job = 'replication' and s.subject_kind = 'replication' and s.subject_id = p.id and s.enabled
    left join lateral (
      select ${replicationExecutionView.columns} from ${replicationExecutionView.from} ${replicationExecutionView.details}
      where ${rootRuns} and e.subject_id = p.id order by e.id desc limit 1) last on true`,
  fields: {
    id: { type: 'integer', expression: sql`p.id`, sortable: true },
    name: { type: 'text', expression: sql`p.name`, sortable: true },
    description: { type: 'text', expression: sql`p.description`, sortable: true },
    src_registry_id: { type: 'integer', expression: sql`p.src_registry_id`, sortable: true, nullable: true },
    dest_registry_id: { type: 'integer', expression: sql`p.dest_registry_id`, sortable: true, nullable: true },
    trigger: { type: 'text', expression: sql`p.trigger`, sortable: true },
    enabled: { type: 'boolean', expression: sql`p.enabled`, sortable: true },
    creation_time: { type: 'time', expression: sql`p.created_at`, sortable: true },
    update_time: { type: 'time', expression: sql`p.updated_at`, sortable: true },
  },
  defaultSort: '-creation_time',
  key: sql`p.id`,
} satisfies ListView
