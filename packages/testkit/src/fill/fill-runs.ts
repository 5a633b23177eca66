import type { FillSizes } from './fill-sizes.js'

/** Runs of one policy, and policies of replication. */
const [RUNS, POLICIES] = [100, 20]

/** Those of the first project, and the first replication, have had the most to do. */
const policies = () => `
  insert into registry_endpoint (name, type, url, status) select 'registry-' || n, 'berth', 'https://registry-' || n || '.example.com', 'healthy'
  from generate_series(1, ${POLICIES}) n;
  insert into replication_policy (name, dest_registry_id, creator)
  select 'replication-' || id, id, 'admin' from registry_endpoint;

  insert into retention_policy (id, project_id, rules) select id, id,
    '[{"action": "retain", "template": "latestPushedK", "params": {"latestPushedK": 10},
      "tag_selectors": [{"kind": "doublestar", "decoration": "matches", "pattern": "**"}],
      "scope_selectors": {"repository": [{"kind": "doublestar", "decoration": "repoMatches", "pattern": "**"}]}}]'::jsonb
  from project;
  select setval(pg_get_serial_sequence('retention_policy', 'id'), (select max(id) from retention_policy));
  insert into webhook_policy (project_id, name, enabled, event_types, kind, address, payload_format, creator)
  select id, 'webhook-' || id, true, '{PUSH_ARTIFACT}', 'http', 'https://hooks.example.com', 'Default', 'admin' from project;
  insert into immutable_rule (project_id, repository_pattern, tag_pattern)
  select 1, 'team/' || n || '/**', 'v' || n || '.*' from generate_series(1, 15) n;
  insert into robot (name, level, project_id) select 'robot-' || n, 'project', 1 from generate_series(1, 1000) n;
  insert into daily_activity (day, project_id, pushes, pulls)
  select (now() at time zone 'UTC')::date - n, p.id, p.id * n % 100, p.id * n % 1000 from project p cross join generate_series(0, 365) n`

const newestId = `setval(pg_get_serial_sequence('job_execution', 'id'), (select max(id) from job_execution))`

/** Ended ones alone: nobody takes them up. Those of all policies come in turn; the newest of the first policies have the most tasks. */
const runs = ({ runs: tasks }: FillSizes) => `
  create temporary table filled_run on commit drop as
  select row_number() over (order by n, kind, policy) as id, kind, policy, n from (
    select 'replication' as kind, p.id as policy, n from replication_policy p cross join generate_series(1, ${RUNS}) n
    union all select 'retention', 1, n from generate_series(1, ${RUNS}) n
    union all select 'garbage-collection', 0, n from generate_series(1, ${RUNS}) n
  ) kinds;

  insert into job_execution (id, job, class, trigger, status, subject_kind, subject_id, payload, result, attempts, created_at, started_at, ended_at)
  overriding system value
  select id, kind, case kind when 'replication' then 'transfer' else 'upkeep' end, 'manual',
    case when id % 20 = 0 then 'error' else 'success' end, case policy when 0 then 'system' else kind end, policy,
    case kind when 'garbage-collection' then '{}' else jsonb_build_object('policy_id', policy) end, '{}', 1, at, at, at + interval '1 minute'
  from filled_run cross join lateral (select now() - interval '1 day' * (1 - n::float8 / ${RUNS + 1}) as at) t;

  insert into job_execution (id, job, class, trigger, status, subject_kind, subject_id, parent_id, payload, result, attempts,
    created_at, started_at, ended_at)
  overriding system value
  select (select max(id) from filled_run) + row_number() over (order by r.id, t.n), r.kind || case r.kind when 'retention' then '-repository' else '-task' end,
    case r.kind when 'replication' then 'transfer' else 'upkeep' end, 'manual', case when t.n % 100 = 7 then 'error' else 'success' end,
    r.kind, r.policy, r.id,
    case r.kind when 'retention' then jsonb_build_object('policy_id', r.policy, 'run', r.id, 'version', 1, 'repository_id', t.n,
      'repository', 'project-001/web-' || t.n)
    else jsonb_build_object('policy_id', r.policy, 'operation', 'copy', 'resource_type', 'image', 'repository', 'project-001/web-' || t.n,
      'tags', jsonb_build_array('build-' || t.n), 'destination', 'mirror/web-' || t.n, 'src_resource', 'project-001/web-' || t.n || ':build-' || t.n,
      'dst_resource', 'mirror/web-' || t.n || ':build-' || t.n) end,
    case r.kind when 'retention' then '{"total": 100, "retained": 10}'::jsonb end, 1, now() - interval '1 day', now() - interval '1 day', now()
  from filled_run r cross join lateral generate_series(1, case
    when r.kind = 'garbage-collection' then 0
    when r.policy = 1 and r.n = ${RUNS} then ${tasks}
    when r.policy = 1 and r.kind = 'retention' then ${Math.ceil(tasks / 50)}
   else 10 end) t (n);

  update job_execution e
  set counts = jsonb_build_object('total', t.total, 'done', t.total - t.failed, 'failed', t.failed, 'stopped', 0),
    task_sums = jsonb_strip_nulls(jsonb_build_object('total', t.all_artifacts, 'retained', t.retained))
  from (
    select parent_id, count(*) as total, count(*) filter (where status = 'error') as failed,
      sum((result->>'total')::int) as all_artifacts, sum((result->>'retained')::int) as retained
    from job_execution where parent_id is not null group by parent_id
  ) t where e.id = t.parent_id;

  select ${newestId};
  insert into job_execution (job, class, trigger, status, subject_kind, subject_id, payload, attempts, created_at, started_at, ended_at)
  select 'webhook-delivery', 'webhook', 'event', case when n % 50 = 0 then 'error' else 'success' end, 'webhook', 1,
    jsonb_build_object('event_id', n::text, 'project_id', 1, 'message', jsonb_build_object('type', 'PUSH_ARTIFACT', 'occur_at', 1767225600 + n,
      'operator', 'user-00007', 'event_data', jsonb_build_object('resources', jsonb_build_array(jsonb_build_object(
        'digest', 'sha256:' || encode(sha256(convert_to('manifest ' || n, 'UTF8')), 'hex'), 'tag', 'build-' || n,
        'resource_url', 'registry.example.com/project-001/api-1:build-' || n)),
        'repository', jsonb_build_object('date_created', 1767225600, 'name', 'api-1', 'namespace', 'project-001',
          'repo_full_name', 'project-001/api-1', 'repo_type', 'public')))),
    1, t.at, t.at, t.at + interval '1 second'
  from generate_series(1, ${tasks}) n cross join lateral (select now() - interval '1 day' * (1 - n::float8 / ${tasks + 1}) as at) t`

const verdicts = ({ runs: count }: FillSizes) => `
  insert into retention_verdict (run_id, execution_id, repository, digest, tags, tag_count, size, pushed_at, outcome, kept_by)
  select e.parent_id, e.id, 'web-' || k % 20, 'sha256:' || encode(sha256(convert_to('verdict ' || k, 'UTF8')), 'hex'),
    array['build-' || k], 1, 1000, now(), case when k % 10 = 0 then 'goes' else 'stays' end, case when k % 10 = 0 then '{}' else '{1}'::smallint[] end
  from generate_series(1, ${count}) k
  join job_execution e on e.parent_id = (select max(id) from filled_run where kind = 'retention') and e.payload ->> 'repository_id' = (1 + k % 20)::text`

/** The statements that fill the lists of runs, deliveries and policies, of a database that has its projects. */
export const runStatements = (sizes: FillSizes): readonly (readonly [what: string, statements: string])[] => [
  ['policies', policies()],
  ['runs and deliveries', `${runs(sizes)}; analyze job_execution; ${verdicts(sizes)}`],
]
