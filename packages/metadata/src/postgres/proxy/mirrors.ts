import type { Queryable } from '@berth/database'
import type { RepositoryName } from '@berth/oci'
import { atPlaces } from '../look-ups.js'

/** What the images of Docker's own registry are named by. */
const DOCKER = 'docker.io'

/** SQL: the host that names of a registry's images begin with. @param e alias of the registry's table */
const hostOf = (e: string): string => `case
  when ${e}.type = 'docker-hub' or lower(${e}.url) ~ '^https?://(registry-1|index)\\.docker\\.io(:443)?/?$' then '${DOCKER}'
  else lower(substring(${e}.url from '^https?://([^/?#]+)')) end`

const mirror = `
  select p.name, ${hostOf('e')} as host from project p join registry_endpoint e on e.id = p.registry_id
  where p.name = any (regexp_split_to_array(
    (select value #>> '{}' from setting where key = 'mirror_projects'), '[\\s,]+'))`

/**
 * A name whose project is here is one of ours, but where a client says of another host that it is meant, or where it is one of Docker's
 * official images, whose namespace every installation has a project of: then what is here comes first.
 */
const find = {
  name: 'find_mirrors',
  text: `
    with mirror as (${mirror})
    select w.place, p.id is not null as known,
      p.id is not null and case
        when w.host is not null then ${hostOf('e')} is not distinct from w.host
        else p.name <> 'library' or not p.public or exists (select from repository r where r.name = w.name) end as own,
      (select coalesce(array_agg(m.name order by m.name), '{}') from mirror m where m.host = coalesce(w.host, '${DOCKER}')) as mirrors
    from unnest($1::text[], $2::text[]) with ordinality as w (name, host, place)
    left join lateral (select * from project where name = split_part(w.name, '/', 1) limit 1) p on true
    left join registry_endpoint e on e.id = p.registry_id`,
}

/** SQL: whether any project answers at the root. */
export const hasMirrors = {
  name: 'has_mirrors',
  text: `select exists (select from setting where key = 'mirror_projects' and value #>> '{}' <> '') as has`,
}

const twice = {
  name: 'find_mirrors_of_one_host',
  text: `
    with mirror as (${mirror})
    select host, array_agg(name order by name) as names from mirror group by host having count(*) > 1 order by host limit 1`,
}

/** A name that a client asks for, and the host that it says it to be of, in lower case. */
export interface AskedName {
  readonly name: RepositoryName
  readonly host: string | undefined
}

export interface MirrorAnswer {
  /** Whether it is a name of ours. */
  readonly own: boolean
  /** Whether there is a project that it could be in. */
  readonly known: boolean
  /** Projects that answer for the host. */
  readonly mirrors: readonly string[]
}

export async function findMirrors(
  db: Queryable,
  asked: readonly AskedName[],
): Promise<readonly (MirrorAnswer | undefined)[]> {
  const columns = [asked.map(({ name }) => name), asked.map(({ host }) => host ?? null)]
  return atPlaces(await db.query<MirrorAnswer & { place: string }>(find, columns), asked, (row) => row)
}

/** Projects of which no more than one can answer for the same host. */
export async function findMirrorsOfOneHost(
  db: Queryable,
): Promise<{ readonly host: string; readonly names: readonly string[] } | undefined> {
  const [row] = await db.query<{ host: string; names: string[] }>(twice, [])
  return row
}
