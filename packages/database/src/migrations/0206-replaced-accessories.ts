import type { Migration } from '../migrations.js'

/**
 * What another has replaced under the tag that attached it to an image belongs to that image still. Of what was listed by itself until
 * now, this is told by the history of tags: no other tag has ever named it.
 */
export const migration: Migration = {
  statements: `
with attached as (
  update artifact a set is_accessory = true
  from (
    select distinct o.id
    from tag_event e
    join artifact o on o.repository_id = e.repository_id and o.digest = e.from_digest
    where e.from_digest is not null and e.tag ~ '^sha(256|512)-[0-9a-f]{64}'
      and o.deleted_at is null and not o.is_tagged and not o.is_accessory
      and exists (
        select from artifact s where s.repository_id = o.repository_id and s.deleted_at is null
          and s.digest >= replace(split_part(e.tag, '.', 1), '-', ':')
          and s.digest < replace(split_part(e.tag, '.', 1), '-', ':') || 'g')
      and (e.tag ~ '^(sha256-[0-9a-f]{64}|sha512-[0-9a-f]{128})[.](sig|att|sbom)$'
        or e.tag ~ '^(sha256|sha512)-[0-9a-f]{64}$' and o.kind = 'index' and not exists (
          select from artifact_reference f where f.parent_id = o.id and not exists (
            select from artifact c where c.repository_id = o.repository_id and c.digest = f.child_digest
              and left(replace(c.subject_digest, ':', '-'), 71) = e.tag)))
      and not exists (
        select from tag_event n where n.repository_id = o.repository_id and n.from_digest = o.digest
          and n.tag !~ '^sha(256|512)-[0-9a-f]{64}')
  ) r
  where a.id = r.id
  returning a.repository_id, a.is_listed
)
update repository r set listed_count = r.listed_count - c.number
from (select repository_id, count(*) as number from attached where is_listed group by repository_id) c
where r.id = c.repository_id;
`,
}
