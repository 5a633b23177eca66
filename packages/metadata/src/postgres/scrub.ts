import type { Digest } from '@berth/oci'
import type { Page } from '../registry-metadata.js'
import type { Database, Queryable } from '@berth/database'

const list = {
  name: 'list_blobs',
  text: `
    select digest, size, missing_since is not null as missing from blob where digest > $1 order by digest limit $2`,
}

const hold = {
  name: 'hold_blob',
  text: `
    select b.size, b.missing_since is not null as missing,
      exists (select from repository_blob l where l.digest = b.digest) as linked
    from blob b where b.digest = $1 for update of b`,
}

/** Whoever uploads the digest at the same time waits for this row, or makes this statement wait for theirs. */
const reserve = {
  name: 'reserve_digest',
  text: 'insert into blob (digest, size) values ($1, 0) on conflict (digest) do nothing returning digest',
}
const release = { name: 'release_digest', text: 'delete from blob where digest = $1' }

const mark = {
  name: 'mark_blob',
  text: 'update blob set missing_since = case when $2 then now() end where digest = $1',
}

export interface KnownBlob {
  readonly digest: Digest
  /** Bytes. */
  readonly size: number
  /** Its bytes are known to be lost. */
  readonly missing: boolean
}

export interface HeldBlob {
  /** Bytes. */
  readonly size: number
  readonly missing: boolean
  /** False where no repository has it: reclaim is about to take it, perhaps has taken its bytes already. */
  readonly linked: boolean
}

export type Scrub = ReturnType<typeof createScrub>

/** Ways to look at each blob that there is, whoever links it. */
export function createScrub(db: Database) {
  return {
    /** Every blob in byte order of the digests, those after `last`. */
    listBlobs: (page: Page) => listBlobs(db, page),

    /**
     * Looks at the bytes of one digest while nobody can upload, mount or delete it, and notes whether they are there.
     *
     * @param examine is told what is known of the blob: undefined where there is none. It may set the bytes aside. What it throws undoes
     *   everything
     */
    examineBlob: (digest: Digest, examine: (blob: HeldBlob | undefined) => Promise<'present' | 'missing'>) =>
      examineBlob(db, digest, examine),
  }
}

async function listBlobs(db: Queryable, { limit, last = '' }: Page): Promise<KnownBlob[]> {
  const rows = await db.query<{ digest: Digest; size: string; missing: boolean }>(list, [last, limit])
  return rows.map((row) => ({ ...row, size: Number(row.size) }))
}

async function examineBlob(
  db: Database,
  digest: Digest,
  examine: (blob: HeldBlob | undefined) => Promise<'present' | 'missing'>,
): Promise<void> {
  await db.transaction(async (transaction) => {
    for (;;) {
      const [row] = await transaction.query<{ size: string; missing: boolean; linked: boolean }>(hold, [digest])
      if (row) {
        const missing = (await examine({ ...row, size: Number(row.size) })) === 'missing'
        if (missing !== row.missing) await transaction.query(mark, [digest, missing])
        return
      }
      if ((await transaction.query(reserve, [digest])).length > 0) {
        await examine(undefined)
        await transaction.query(release, [digest])
        return
      }
      // An upload came between: its row is there now.
    }
  })
}
