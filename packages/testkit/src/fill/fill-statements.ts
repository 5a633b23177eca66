import { runStatements } from './fill-runs.js'
import type { FillSizes } from './fill-sizes.js'

/**
 * What a group of ten artifacts is, by place: 0 an index of 1 and 2, which have no tag; 3 a signature of 4; 4 to 8 images; 9 a chart or an
 * image. All but 1, 2 and 3 have three tags, 8 has two; in every hundredth group 8 is deleted.
 */
const GROUP = 10

const manifestDigest = (id: string) => `'sha256:' || encode(sha256(convert_to('manifest ' || (${id}), 'UTF8')), 'hex')`
const configDigest = (id: string) => `'sha256:' || encode(sha256(convert_to('config ' || (${id}), 'UTF8')), 'hex')`
const layerDigest = (group: string) => `'sha256:' || encode(sha256(convert_to('layer ' || (${group}), 'UTF8')), 'hex')`

/** A number as it stands in a tag's sort key. */
const sortable = (number: string) => `lpad(length((${number})::text)::text, 3, '0') || (${number})::text`

/** Between 0 and 1, always the same for the same number. */
const chance = (number: string) => `((hashint8(${number}) & 1048575) / 1048576.0)`

/** Later ones are younger; the oldest is a year old. */
const pushedAt = (id: string, { artifacts }: FillSizes) =>
  `date_trunc('milliseconds', now()) - interval '1 year' * (1 - (${id})::float8 / ${artifacts + 1})`

const people = ({ users, projects }: FillSizes) => `
  insert into "user" (username, email, realname)
  select 'user-' || lpad(n::text, 5, '0'), 'user-' || n || '@example.com', 'User ' || n from generate_series(2, ${users}) n;

  insert into project (id, name, owner_id, public)
  select n, 'project-' || lpad(n::text, 3, '0'), 1, n % 3 = 0 from generate_series(1, ${projects}) n;

  insert into quota (project_id) select id from project;

  -- The first project is everybody's; each other one has twenty members.
  insert into project_member (project_id, user_id, role_id)
  select distinct on (p.id, u.id) p.id, u.id, 1 + (u.id % 5) from project p
  cross join lateral generate_series(0, case when p.id = 1 then ${users} else 19 end) n
  join "user" u on u.id = 2 + (p.id * 37 + n) % ${Math.max(users - 1, 1)};

  -- Of a provider. Each other project has one of them.
  insert into user_group (type, name, key) select 3, 'group-' || n, 'group-' || n from generate_series(1, 100) n;
  insert into project_member (project_id, group_id, role_id)
  select p.id, g.id, 3 from project p join user_group g on g.name = 'group-' || (p.id / 2 % 100 + 1) where p.id % 2 = 0;
  insert into robot (name, level) select 'robot-' || n, 'system' from generate_series(1, 100) n;
  insert into label (project_id, name) select 1, 'label-' || n from generate_series(1, 100) n`

const repositories = ({ repositories: count, projects }: FillSizes) => `
  -- A fifth of all in the first project.
  insert into repository (id, project_id, name, description, pull_count, created_at)
  select n, p.id, p.name || '/' || (array['web', 'api', 'tools/cache', 'team/build/base'])[1 + n % 4] || '-' || n,
    case when n % 5 = 0 then 'What repository ' || n || ' is for.' else '' end, n * 7919 % 100000, now() - interval '1 year'
  from generate_series(1, ${count}) n
  join project p on p.id = case when n <= ${Math.ceil(count / 5)} then 1 else 2 + n % ${projects - 1} end`

/** Which repository a group lies in: three have much, the others ever less; none is empty. */
const groups = ({ artifacts, repositories: count }: FillSizes) => `
  create temporary table filled_group on commit drop as
  select g, case
    when g < ${count} then g + 1
    when ${chance('g')} < 0.15 then 1
    when ${chance('g')} < 0.26 then 2
    when ${chance('g')} < 0.30 then 3
    else least(${count}, 4 + floor(${count - 3} * ${chance('g + 77')} * ${chance('g + 77')}))::bigint
  end as repository_id
  from generate_series(0::bigint, ${artifacts / GROUP - 1}) g;
  analyze filled_group`

const artifacts = (sizes: FillSizes) => `
  insert into artifact (id, repository_id, digest, kind, media_type, artifact_type, config_media_type, subject_digest, manifest,
    total_size, platform, config, annotations, pushed_by, pushed_at, pulled_at, pull_count, deleted_at, deleted_by, is_listed, is_tagged)
  select a.id, a.repository_id, ${manifestDigest('a.id')}, a.kind,
    case a.kind when 'index' then 'application/vnd.oci.image.index.v1+json'
      else 'application/vnd.oci.image.manifest.v1+json' end,
    case a.kind when 'signature' then 'application/vnd.dev.cosign.artifact.sig.v1+json' end,
    case a.kind when 'chart' then 'application/vnd.cncf.helm.config.v1+json'
      when 'index' then null else 'application/vnd.oci.image.config.v1+json' end,
    case when a.kind = 'signature' then ${manifestDigest('a.id + 1')} end,
    convert_to('{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"'
      || ${configDigest('a.id')} || '","size":1472},"layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"'
      || ${layerDigest('a.g')} || '","size":31457280}],"annotations":{"org.opencontainers.image.revision":"' || a.id || '"}}', 'UTF8'),
    1000 + a.id * 7919 % 100000000,
    case when a.kind = 'image' then jsonb_build_object('os', 'linux', 'architecture', case when a.k = 2 then 'arm64' else 'amd64' end) end,
    case when a.kind = 'image' then '{"os": "linux", "architecture": "amd64", "created": "2026-01-02T03:04:05Z", "user": "app",
      "env": ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8"], "cmd": ["node", "server.js"],
      "workingDir": "/app", "labels": {"maintainer": "team@example.com"},
      "history": [{"created": "2026-01-02T03:04:05Z", "createdBy": "RUN make"}]}'::jsonb end,
    jsonb_build_object('org.opencontainers.image.revision', a.id::text),
    'user-' || lpad((2 + a.id % 97)::text, 5, '0'),
    ${pushedAt('a.id', sizes)},
    case when a.id % 3 = 0 then ${pushedAt('a.id', sizes)} + interval '1 day' * ${chance('a.id')} end,
    case when a.id % 3 = 0 then a.id % 1000 else 0 end,
    case when a.deleted then now() - interval '6 days' * ${chance('a.id')} end, case when a.deleted then 'admin' end,
    a.k not in (1, 2, 3) and not a.deleted, a.k not in (1, 2, 3) and not a.deleted
  from (
    select f.repository_id, f.g, k, f.g * ${GROUP} + k + 1 as id, f.g % 100 = 99 and k = 8 as deleted,
      case when k = 0 then 'index' when k = 3 then 'signature' when k = 9 and f.g % 2 = 0 then 'chart' else 'image' end as kind
    from filled_group f cross join generate_series(0, ${GROUP - 1}) k
  ) a
  order by a.id;

  insert into artifact_reference (parent_id, repository_id, position, child_digest, platform)
  select f.g * ${GROUP} + 1, f.repository_id, k, ${manifestDigest(`f.g * ${GROUP} + k + 1`)},
    jsonb_build_object('os', 'linux', 'architecture', case when k = 2 then 'arm64' else 'amd64' end)
  from filled_group f cross join generate_series(1, 2) k`

const blobs = () => `
  -- Each image has a config of its own; a group shares a layer.
  insert into blob (digest, size) select ${configDigest(`f.g * ${GROUP} + k + 1`)}, 1472
  from filled_group f cross join generate_series(0, ${GROUP - 1}) k where k not in (0, 3)
  union all select ${layerDigest('f.g')}, 31457280 from filled_group f;

  insert into repository_blob (repository_id, digest)
  select f.repository_id, ${configDigest(`f.g * ${GROUP} + k + 1`)}
  from filled_group f cross join generate_series(0, ${GROUP - 1}) k where k not in (0, 3)
  union all select f.repository_id, ${layerDigest('f.g')} from filled_group f;

  insert into artifact_blob (artifact_id, digest)
  select f.g * ${GROUP} + k + 1, d.digest
  from filled_group f cross join generate_series(0, ${GROUP - 1}) k
  cross join lateral (values (${configDigest(`f.g * ${GROUP} + k + 1`)}), (${layerDigest('f.g')})) d (digest)
  where k not in (0, 3)`

const labels = () => `
  insert into artifact_label (artifact_id, label_id)
  select a.id, 1 + a.id / 10 % 100 from artifact a join repository r on r.id = a.repository_id
  where r.project_id = 1 and a.id % 10 in (1, 5)`

const tags = () => `
  create temporary table filled_tag on commit drop as
  select t.repository_id, t.artifact_id, s.name, s.sort_key from (
    select f.g, f.repository_id, k, f.g * ${GROUP} + k + 1 as artifact_id
    from filled_group f cross join unnest(array[0, 4, 5, 6, 7, 8, 9]) k
    where not (f.g % 100 = 99 and k = 8)
  ) t
  cross join lateral (values
    (0, 'v' || t.g / 100 || '.' || t.g % 100 || '.' || t.k,
      'v' || ${sortable('t.g / 100')} || '.' || ${sortable('t.g % 100')} || '.' || ${sortable('t.k')} || '"'),
    (1, 'build-' || t.artifact_id, 'build!' || ${sortable('t.artifact_id')} || '"'),
    (2, 'release-' || t.g || '-' || t.k, 'release!' || ${sortable('t.g')} || '!' || ${sortable('t.k')} || '"')
  ) s (place, name, sort_key)
  where s.place < case when t.k = 8 then 2 else 3 end;

  insert into tag (repository_id, name, sort_key, artifact_id, size, pushed_at, pulled_at, pull_count)
  select t.repository_id, t.name, t.sort_key, t.artifact_id, a.total_size, a.pushed_at, a.pulled_at, a.pull_count
  from filled_tag t join artifact a on a.id = t.artifact_id order by t.artifact_id;

  insert into tag_event (repository_id, tag, action, to_digest, actor, at)
  select t.repository_id, t.name, 'push', a.digest, a.pushed_by, a.pushed_at
  from filled_tag t join artifact a on a.id = t.artifact_id order by t.artifact_id;

  -- Tags that were deleted by themselves.
  insert into tag_event (repository_id, tag, action, from_digest, actor, at)
  select f.repository_id, 'old-' || f.g, 'delete', ${manifestDigest(`f.g * ${GROUP} + 5`)}, 'admin',
    now() - interval '6 days' * ${chance('f.g')}
  from filled_group f where f.g % 20 = 0`

/** Spread over a year. Most are tags that were made; some are about members, people, or were refused. */
const events = ({ events: count, artifacts, repositories, users }: FillSizes) => `
  select add_event_months(((now() - interval '1 year') at time zone 'UTC')::date, 15);

  insert into event (at, type, project_id, repository_id, repository, actor_kind, actor_id, actor_name, address, payload,
    operation, resource_type, resource, succeeded)
  select now() - interval '1 year' * (1 - n::float8 / ${count + 1}), k.type,
    case when k.type <> 'user.signed-in' then r.project_id end,
    case when k.type in ('tag.created', 'artifact.deleted') then r.id end,
    case when k.type in ('tag.created', 'artifact.deleted') then r.name end,
    'user', u.id, u.username, '10.0.0.1',
    case k.type
      when 'tag.created' then jsonb_build_object('digest', ${manifestDigest(`1 + n % ${artifacts}`)},
        'media_type', 'application/vnd.oci.image.manifest.v1+json', 'tag', 'build-' || n)
      when 'artifact.deleted' then jsonb_build_object('digest', ${manifestDigest(`1 + n % ${artifacts}`)}, 'tags', jsonb_build_array())
      when 'member.added' then jsonb_build_object('project', split_part(r.name, '/', 1), 'user_id', u.id, 'user', u.username, 'role_id', 2)
      when 'user.signed-in' then jsonb_build_object('user_id', u.id, 'user', u.username)
      else jsonb_build_object('operation', 'delete', 'resource_type', 'tag', 'resource', r.name || ':build-' || n, 'route',
        'DELETE /api/v2.0/projects/:project_name/repositories/:repository_name/tags/:tag_name', 'status', 403, 'reason', 'FORBIDDEN', 'count', 1)
    end,
    k.operation, k.resource_type,
    case k.type when 'member.added' then u.username when 'user.signed-in' then u.username
      when 'artifact.deleted' then r.name || '@' || ${manifestDigest(`1 + n % ${artifacts}`)} else r.name || ':build-' || n end,
    k.type <> 'change.refused'
  from generate_series(1::bigint, ${count}) n
  join (values (0, 'tag.created', 'create', 'tag'), (1, 'artifact.deleted', 'delete', 'artifact'), (2, 'member.added', 'create', 'member'),
    (3, 'user.signed-in', 'login', 'user'), (4, 'change.refused', 'delete', 'tag')) k (kind, type, operation, resource_type)
    on k.kind = case when n % 100 = 3 then 1 when n % 10000 = 5 then 2 when n % 50 = 7 then 3 when n % 1000 = 11 then 4 else 0 end
  join repository r on r.id = 1 + floor(${repositories} * ${chance('n')} * ${chance('n')})::bigint
  join "user" u on u.id = 2 + n % ${Math.min(97, users - 1)}`

/** The newest push is what a repository was changed by last. */
const counters = () => `
  update repository r set artifact_count = c.artifacts, listed_count = c.listed, updated_at = c.pushed_at from (
    select repository_id, count(*) as artifacts, count(*) filter (where is_listed) as listed, max(pushed_at) as pushed_at from artifact where deleted_at is null
    group by repository_id
  ) c where r.id = c.repository_id;

  update repository r set tag_count = c.tags from (select repository_id, count(*) as tags from tag group by repository_id) c
  where r.id = c.repository_id;

  update storage set bytes = (select sum(size) from blob);

  update project p set repo_count = (select count(*) from repository r where r.project_id = p.id);

  update quota q set used_bytes = c.bytes from (
    select r.project_id, sum(b.size) as bytes from repository_blob l
    join repository r on r.id = l.repository_id join blob b on b.digest = l.digest group by r.project_id
  ) c where q.project_id = c.project_id;

  -- As if the job that counts had been here; whether others hold the same is not looked at.
  insert into repository_usage (repository_id, bytes, own_bytes)
  select l.repository_id, sum(b.size), sum(b.size) from repository_blob l join blob b on b.digest = l.digest group by l.repository_id;
  insert into project_usage (project_id, own_bytes) select project_id, used_bytes from quota`

const sequences = () => `
  select setval(pg_get_serial_sequence('project', 'id'), (select max(id) from project));
  select setval(pg_get_serial_sequence('repository', 'id'), (select max(id) from repository));
  select setval(pg_get_serial_sequence('artifact', 'id'), (select max(id) from artifact))`

/** The statements that fill an empty database, in order, and what each of them makes. */
export function fillStatements(sizes: FillSizes): readonly (readonly [what: string, statements: string])[] {
  return [
    ['users, projects and members', people(sizes)],
    ['repositories', repositories(sizes)],
    ['groups of artifacts', groups(sizes)],
    ['artifacts', artifacts(sizes)],
    ['blobs', blobs()],
    ['tags', tags()],
    ['labels', labels()],
    ['counters', `analyze artifact; analyze repository_blob; analyze blob; ${counters()}`],
    ['events', events(sizes)],
    ['sequences', sequences()],
    ...runStatements(sizes),
  ]
}
