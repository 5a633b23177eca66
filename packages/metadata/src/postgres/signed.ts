import type { Database } from '@berth/database'
import type { Digest, RepositoryName } from '@berth/oci'
import { atPlaces, LookUps } from './look-ups.js'

/** What a signature is made by. Whether it is any good only its reader can say, who has the key. */
export type Signer = 'cosign' | 'notation'

/** For so long a signature that has been deleted may still count. */
const LEASE_MILLISECONDS = 1_000

/** Cosign keeps attestations in the same kind of bundle, and says of each what it is about. */
const COSIGN_SIGNATURE = 'https://sigstore.dev/cosign/sign/v1'

const isBy = `case w.signer
  when 'notation' then s.artifact_type = 'application/vnd.cncf.notary.signature'
  else s.artifact_type = 'application/vnd.dev.cosign.artifact.sig.v1+json'
    or s.artifact_type like 'application/vnd.dev.sigstore.bundle%'
      and coalesce(s.annotations ->> 'dev.sigstore.bundle.predicateType', '${COSIGN_SIGNATURE}') = '${COSIGN_SIGNATURE}'
  end`

/** A part of an index is signed with it. Cosign's older signatures are found by a tag that tells what they sign. */
const find = {
  name: 'find_signed',
  text: `
    select w.place from unnest($1::text[], $2::text[], $3::text[]) with ordinality as w (repository, digest, signer, place)
    cross join lateral (select id from repository where name = w.repository limit 1) r
    where exists (
      with recursive whole as (
        select w.digest collate "C" as digest
        union
        select p.digest from whole
        join artifact_reference f on f.child_digest = whole.digest and f.repository_id = r.id
        join artifact p on p.id = f.parent_id and p.deleted_at is null
      )
      select from whole where exists (
        select from artifact s
        where s.repository_id = r.id and s.subject_digest = whole.digest and s.deleted_at is null and s.kind = 'signature' and ${isBy}
      ) or w.signer = 'cosign' and exists (
        select from tag t join artifact s on s.id = t.artifact_id
        where t.repository_id = r.id and t.name = replace(whole.digest, ':', '-') || '.sig'
          and s.deleted_at is null and s.kind = 'signature'
      )
    )`,
}

export interface SignedKey {
  readonly repository: RepositoryName
  readonly digest: Digest
  readonly signer: Signer
}

/** Look-ups of what is signed. */
export function signedLookUps(db: Database): LookUps<SignedKey, object> {
  return new LookUps<SignedKey, object>(
    async (keys) => {
      const parameters = [
        keys.map((key) => key.repository),
        keys.map((key) => key.digest),
        keys.map((key) => key.signer),
      ]
      return atPlaces(await db.query<{ place: string }>(find, parameters), keys, (row) => row)
    },
    ({ repository, digest, signer }) => `${signer} ${repository} ${digest}`,
    LEASE_MILLISECONDS,
  )
}
