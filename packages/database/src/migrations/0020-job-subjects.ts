import type { Migration } from '../migrations.js'

export const migration: Migration = {
  statements: `
-- What a schedule or an execution is about: a project, a policy, ...; the platform as a whole where nothing else is said.
alter table schedule
  drop constraint schedule_pkey,
  drop constraint schedule_id_key,
  add primary key (id),
  add column subject_kind text not null default 'system',
  add column subject_id bigint not null default 0,
  add unique (job, subject_kind, subject_id);

-- class: which executions wait for the same workers. parent_id: the execution that this one is a part of. started_by: an actor; null
-- where nobody asked. exclusive_key: executions of a job with the same key run one at a time. counts: of the parts of the work.
alter table job_execution
  add column subject_kind text not null default 'system',
  add column subject_id bigint not null default 0,
  add column class text not null default 'upkeep',
  add column parent_id bigint references job_execution (id) on delete cascade,
  add column started_by jsonb,
  add column exclusive_key text,
  add column counts jsonb;

drop index job_execution_open, job_execution_job;
create index job_execution_open on job_execution (job, subject_kind, subject_id) where status in ('pending', 'running');
create index job_execution_subject on job_execution (job, subject_kind, subject_id, id desc);
create index job_execution_pending on job_execution (class, id) where status = 'pending';
create index job_execution_running on job_execution (lease_until) where status = 'running';
create index job_execution_open_child on job_execution (parent_id)
  where parent_id is not null and status in ('pending', 'running');

-- An attempt that starts again what the one before has started finds it. Two processes cannot both run what excludes the other.
create unique index job_execution_child on job_execution (parent_id, job, md5(payload::text)) where parent_id is not null;
create unique index job_execution_exclusive on job_execution (job, exclusive_key)
  where status = 'running' and exclusive_key is not null;
`,
}
