import type { Actor } from '@berth/contracts'
import type { Database } from '@berth/database'
import type { Digest, RepositoryName } from '@berth/oci'
import { forecastGarbage, type ForecastOptions } from './forecast.js'
import { forgetUploads } from './open-uploads.js'
import { listDeleted, takeArtifact } from './purge.js'
import { findReclaimable, noteReclaimFailure, purgeExpiredArtifacts, reclaimBlob } from './reclaim.js'
import { deleteUntagged } from './untagged.js'

export type Reclaim = ReturnType<typeof createReclaim>

/** What takes away that nobody needs any more. `graceSeconds` is for how long what was deleted is kept. */
export function createReclaim(db: Database) {
  return {
    /**
     * Takes rows of artifacts that were deleted more than `graceSeconds` ago, and queues their blobs.
     * @returns those that went: fewer than `limit` means that none is left
     */
    purgeExpiredArtifacts: (graceSeconds: number, limit: number) =>
      db.transaction((transaction) => purgeExpiredArtifacts(transaction, graceSeconds, limit)),

    /**
     * Deletes artifacts that nobody can reach: without a tag, in no index, about no other artifact that is there. Not those that were
     * pushed a while ago only: an index or a tag may be on its way. They can be restored as any deleted artifact.
     *
     * @param after where the batch before has ended; '0' to begin. What an artifact of this pass kept is found by the next pass
     * @returns those that went, at most `limit`, and where to go on: undefined at the end of a pass
     */
    deleteUntagged: (graceSeconds: number, after: string, limit: number, actor: Actor) =>
      db.transaction((transaction) => deleteUntagged(transaction, graceSeconds, after, limit, actor)),

    /**
     * What `deleteUntagged` and `purgeArtifact` (where the options say so), `purgeExpiredArtifacts` and `reclaimBlob` would take if they ran
     * now, to the end. Everything is told as of one moment. Changes nothing and keeps nobody waiting.
     */
    forecastGarbage: (graceSeconds: number, options: ForecastOptions) => forecastGarbage(db, graceSeconds, options),

    /** Some of the artifacts that are deleted, the oldest first. */
    listDeleted: (limit: number) => listDeleted(db, limit),

    /** Takes a deleted artifact whose time is not over. @returns bytes of its manifest, undefined where it is not there any more */
    purgeArtifact: (repository: RepositoryName, digest: Digest, actor: Actor) =>
      db.transaction((transaction) => takeArtifact(transaction, repository, digest, actor)),

    /** Counts uploads that nothing was added to since against no quota any more. */
    forgetUploads: (before: Date) => forgetUploads(db, before),

    /** Digests whose time has come, oldest first. */
    findReclaimable: (graceSeconds: number, limit: number) => findReclaimable(db, graceSeconds, limit),

    /**
     * Looks at one digest: unlinks it from the repositories that no longer use it and, where none is left, deletes it.
     *
     * @param deleteFile deletes the bytes. It runs while nobody can link or upload the digest. Where it throws, the blob is unlinked and
     *   stays queued
     */
    reclaimBlob: (digest: Digest, graceSeconds: number, deleteFile: () => Promise<void>) =>
      reclaimBlob(db, digest, graceSeconds, deleteFile),

    /** Lets a digest whose `reclaimBlob` failed wait before it is due again, longer each time up to an hour. */
    noteReclaimFailure: (digest: Digest, graceSeconds: number, error: string) =>
      noteReclaimFailure(db, digest, graceSeconds, error),
  }
}
