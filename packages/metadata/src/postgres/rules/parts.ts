import { UserError } from '@berth/contracts'

/** SQL: whether an artifact is part of an index that is there. A list of referrers holds none of them. */
export function isPart(repositoryId: string, digest: string): string {
  return `exists (
    select from artifact_reference f join artifact p on p.id = f.parent_id
    where f.child_digest = ${digest} and f.repository_id = ${repositoryId} and p.deleted_at is null
      and not (p.is_accessory and exists (
        select from artifact c where c.repository_id = ${repositoryId} and c.digest = f.child_digest and c.subject_digest is not null)))`
}

/** @throws {UserError} ARTIFACT_REFERENCED */
export function refusePart(part: boolean, reference: string): void {
  if (part) throw new UserError('ARTIFACT_REFERENCED', { reference })
}
