import { UserError } from '@berth/contracts'
import { type ParsedManifest, parseManifest } from '@berth/oci'
import sql, { type Sql } from 'sql-template-tag'
import type { Database } from '../../database/database.js'
import { additionTitle } from './addition-title.js'

/** Bytes of a manifest that is looked into for a page: some 2,000 layers. One of 24,000 keeps the api busy for a quarter of a second. */
const MAX_MANIFEST = 512 * 1024

/**
 * What stands in the manifest of an artifact, undefined where no artifact is `where`.
 * @throws {UserError} ADDITION_TOO_LARGE, before it is read, where that is more than a page shows
 */
export async function partsOf(database: Database, where: Sql, addition: string): Promise<ParsedManifest | undefined> {
  const row = await database.row<{ manifest: Buffer | null; media_type: string }>(sql`
    select case when octet_length(manifest) <= ${MAX_MANIFEST} then manifest end as manifest, media_type
    from artifact where ${where}`)
  if (row?.manifest === null) throw new UserError('ADDITION_TOO_LARGE', { addition: additionTitle(addition) })
  return row && parseManifest(row.manifest, row.media_type)
}
