import { commonStart, isPlainName } from '@berth/contracts'
import type { Queryable, Statement } from '@berth/database'
import { ACCESSORY_TAG, type Digest, type RepositoryName, type Tag } from '@berth/oci'
import type { ArtifactSource, FoundArtifact } from './found-artifact.js'

interface Wanted {
  readonly repository: string
  readonly digest: string
}

/** Repositories and artifacts that are read at once. */
const PAGE = 500

const listRepositories = {
  name: 'list_repositories_to_replicate',
  text: `
    select name from repository
    where name > $1 and starts_with(name, $2) and ($3 = '' or name = $3) and artifact_count > 0 order by name limit ${PAGE}`,
}

const columns = `
  a.id, r.name as repository, a.digest, a.kind in ('image', 'index') as image, a.is_listed as listed,
  array(select t.name from tag t where t.artifact_id = a.id order by t.name) as tags,
  array(select l.name from artifact_label b join label l on l.id = b.label_id where b.artifact_id = a.id) as labels`

const listArtifacts = {
  name: 'list_artifacts_to_replicate',
  text: `
    select ${columns} from artifact a join repository r on r.id = a.repository_id
    where r.name = $1 and a.id > $2 and a.deleted_at is null and a.is_listed and not a.is_accessory order by a.id limit ${PAGE}`,
}

/** What is about another artifact stands for that one, at every depth. */
const findArtifacts = {
  name: 'find_artifacts_to_replicate',
  text: `
    select ${columns}, wanted.repository || '@' || wanted.digest as asked
    from unnest($1::text[], $2::text[]) as wanted (repository, digest)
    join repository r on r.name = wanted.repository
    cross join lateral (
      with recursive above as (
        select s.id, s.digest, s.subject_digest, 0 as depth from artifact s
        where s.repository_id = r.id and s.digest = wanted.digest and s.deleted_at is null
        union
        select s.id, s.digest, s.subject_digest, above.depth + 1
        from above
        cross join lateral (
          select above.subject_digest as digest
          union all
          select replace(split_part(t.name, '.', 1), '-', ':') from tag t where t.artifact_id = above.id and t.name ~ '${ACCESSORY_TAG}'
        ) as subject
        join artifact s on s.repository_id = r.id and s.digest = subject.digest and s.deleted_at is null
        where above.depth < 8
      )
      select id from above order by depth desc limit 1
    ) as root
    join artifact a on a.id = root.id`,
}

/** Also of what is deleted, as long as it can be restored: what filters ask is known of it. */
const findGone = {
  name: 'find_gone_artifacts_to_replicate',
  text: `
    select ${columns}, wanted.repository || '@' || wanted.digest as asked
    from unnest($1::text[], $2::text[]) as wanted (repository, digest)
    join repository r on r.name = wanted.repository join artifact a on a.repository_id = r.id and a.digest = wanted.digest`,
}

/** Each is asked for once, by whoever dispatches the event. */
const takeRepositories = {
  name: 'take_gone_repositories',
  text: 'delete from gone_repository where id = any ($1::bigint[]) returning id, artifacts',
}

interface GoneRow {
  id: string
  artifacts: readonly Pick<Row, 'digest' | 'image' | 'tags' | 'labels'>[]
}

interface Row {
  id: string
  repository: RepositoryName
  digest: Digest
  image: boolean
  listed: boolean
  tags: Tag[]
  labels: string[]
}

const toArtifact = ({ repository, digest, tags, labels, image }: Row): FoundArtifact => ({
  repository,
  digest,
  tags,
  labels,
  isImage: image,
})

/** What is here. */
export class StoredArtifacts implements ArtifactSource {
  constructor(private readonly db: Queryable) {}

  async *repositories(pattern: string): AsyncGenerator<RepositoryName> {
    const name = isPlainName(pattern) ? pattern : ''
    for (let after: string | undefined = ''; after !== undefined;) {
      const rows: { name: RepositoryName }[] = await this.db.query(listRepositories, [
        after,
        commonStart(pattern),
        name,
      ])
      for (const row of rows) yield row.name
      after = rows.length === PAGE ? rows.at(-1)?.name : undefined
    }
  }

  async *artifacts(name: RepositoryName): AsyncGenerator<FoundArtifact> {
    for (let after: string | undefined = '0'; after !== undefined;) {
      const rows: Row[] = await this.db.query<Row & Record<string, unknown>>(listArtifacts, [name, after])
      for (const row of rows) yield toArtifact(row)
      after = rows.length === PAGE ? rows.at(-1)?.id : undefined
    }
  }

  /**
   * Artifacts as they are now, by `repository@digest` of what was asked for: for what is about another artifact, that one. Parts of an index
   * are left out: they come with it.
   */
  async find(wanted: readonly Wanted[]): Promise<Map<string, FoundArtifact>> {
    const rows = await this.#ask(findArtifacts, wanted)
    return new Map(rows.filter(({ listed }) => listed).map((row) => [row.asked, toArtifact(row)]))
  }

  /** What is known of artifacts that are deleted, or have lost a tag. */
  async findGone(wanted: readonly Wanted[]): Promise<Map<string, FoundArtifact>> {
    return new Map((await this.#ask(findGone, wanted)).map((row) => [row.asked, toArtifact(row)]))
  }

  /** What deleted repositories held, by their ids, as far as anybody may want to know. */
  async takeGone(ids: readonly number[]): Promise<Map<number, GoneRow['artifacts']>> {
    const rows = await this.db.query<GoneRow & Record<string, unknown>>(takeRepositories, [ids])
    return new Map(rows.map(({ id, artifacts }) => [Number(id), artifacts]))
  }

  #ask(statement: Statement, wanted: readonly Wanted[]): Promise<(Row & { readonly asked: string })[]> {
    const distinct = [...new Map(wanted.map((one) => [`${one.repository}@${one.digest}`, one])).values()]
    return this.db.query(statement, [
      distinct.map(({ repository }) => repository),
      distinct.map(({ digest }) => digest),
    ])
  }
}
