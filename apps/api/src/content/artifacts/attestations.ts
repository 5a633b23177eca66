import sql from 'sql-template-tag'

/*
 * BuildKit keeps what it states of an image beside it, as another part of the same index: the part's annotations say that it is an
 * attestation, and of which other part. It need not name that as its subject.
 */

const isAttestation = sql`f.annotations ->> 'vnd.docker.reference.type' = 'attestation-manifest'`

/** As few as are shown of an index; the parts of one that is not at hand are not looked through. */
const PARTS = 200

/** A select of the attestations of `tree a`: of each part where it is an index, and of itself where it is part of one. */
export const attestations = sql`
  select c.id, c.repository_id, c.digest, about.platform
  from artifact_reference f
  join artifact c on c.repository_id = a.repository_id and c.digest = f.child_digest and c.deleted_at is null
  left join lateral (
    select o.platform from artifact_reference o
    where o.parent_id = f.parent_id and o.child_digest = f.annotations ->> 'vnd.docker.reference.digest' limit 1
  ) about on true
  where f.parent_id = a.id and f.position <= ${PARTS} and a.depth = 0 and ${isAttestation}
  union
  select c.id, c.repository_id, c.digest, null
  from artifact_reference w
  join artifact p on p.id = w.parent_id and p.deleted_at is null
  join artifact_reference f on f.parent_id = p.id and f.position <= ${PARTS}
  join artifact c on c.repository_id = a.repository_id and c.digest = f.child_digest and c.deleted_at is null
  where w.repository_id = a.repository_id and w.child_digest = a.digest and a.depth = 0
    and ${isAttestation} and f.annotations ->> 'vnd.docker.reference.digest' = a.digest`
