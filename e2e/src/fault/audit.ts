import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Exchange } from './exchange.js'
import type { Ledger } from './ledger.js'

/** Compares what a client was told with what is there. @returns what is wrong */
export async function auditLedger(ledger: Ledger, exchange: Exchange): Promise<string[]> {
  const faults: string[] = []
  const { repository } = ledger
  for (const [tag, expected] of ledger.tags) {
    const found = await exchange.manifest(repository, tag)
    const value = found?.digest ?? 'absent'
    if (!expected.allows(value)) faults.push(`${repository}:${tag} is ${value}, not ${String(expected)}`)
    const fault = found && (await exchange.faultOfBlobs(repository, found.body))
    if (fault !== undefined) faults.push(`${repository}:${tag}: ${fault}`)
  }
  for (const [digest, expected] of ledger.manifests) {
    const found = await exchange.manifest(repository, digest)
    const value = found ? 'present' : 'absent'
    if (!expected.allows(value)) faults.push(`${repository}@${digest} is ${value}, not ${String(expected)}`)
    const fault = found && (await exchange.faultOfBlobs(repository, found.body))
    if (fault !== undefined) faults.push(`${repository}@${digest}: ${fault}`)
  }
  return faults
}

/** Digests of the files in the blob store. */
export async function storedDigests(root: string): Promise<string[]> {
  const blobs = join(root, 'docker/registry/v2/blobs/sha256')
  const entries = await readdir(blobs, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `sha256:${entry.parentPath.split('/').at(-1)}`)
    .sort()
}

export async function knownDigests(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ digest: string }>('select digest from blob order by digest')
  return rows.map((row) => row.digest)
}

/** Links of blobs that no artifact of the repository uses, and blobs without a link. */
export async function unreferencedBlobs(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ digest: string }>(`
    select digest from repository_blob l where not exists (
      select from artifact_blob u join artifact a on a.id = u.artifact_id
      where u.digest = l.digest and a.repository_id = l.repository_id)
    union all
    select digest from blob b where not exists (select from repository_blob l where l.digest = b.digest)`)
  return rows.map((row) => row.digest)
}

export interface Usage {
  readonly project: string
  readonly charged: number
  readonly held: number
}

/** What each project is charged, and what it holds: each blob once, and its manifests. */
export async function usages(pool: Pool): Promise<Usage[]> {
  const { rows } = await pool.query<{ project: string; charged: string; held: string }>(`
    select p.name as project,
      q.used_bytes + (select coalesce(sum(d.bytes), 0) from quota_delta d where d.project_id = p.id) as charged,
      (select coalesce(sum(size), 0) from blob where digest in (
         select l.digest from repository_blob l join repository r on r.id = l.repository_id where r.project_id = p.id))
      + (select coalesce(sum(octet_length(a.manifest)), 0)
         from artifact a join repository r on r.id = a.repository_id where r.project_id = p.id) as held
    from project p join quota q on q.project_id = p.id`)
  return rows.map((row) => ({ project: row.project, charged: Number(row.charged), held: Number(row.held) }))
}
