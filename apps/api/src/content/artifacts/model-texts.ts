import { parseManifest } from '@berth/oci'
import sql from 'sql-template-tag'
import type { Database } from '../../database/database.js'
import { textBlobOf, textNames, type TextName, tooLarge } from './text-blobs.js'

/** Bytes of a manifest that is looked into for a list. One of a model has some thousands. */
const MAX_MANIFEST = 64 * 1024

const isShown = (blob: ReturnType<typeof textBlobOf>) => Boolean(blob) && blob !== tooLarge

/** Which texts each of the models among some artifacts holds, as its manifest tells. @returns by their ids */
export async function modelTexts(
  database: Database,
  artifacts: readonly { readonly id: number; readonly type: string }[],
): Promise<ReadonlyMap<number, readonly TextName[]>> {
  const models = artifacts.filter(({ type }) => type === 'CNAI').map(({ id }) => id)
  if (models.length === 0) return new Map()
  const rows = await database.rows<{ id: string; manifest: Buffer; media_type: string }>(sql`
    select id, manifest, media_type from artifact
    where id = any (${models}::bigint[]) and octet_length(manifest) <= ${MAX_MANIFEST}`)
  return new Map(
    rows.map(({ id, manifest, media_type: mediaType }) => {
      const parsed = parseManifest(manifest, mediaType)
      return [Number(id), textNames.filter((name) => isShown(textBlobOf(parsed, name)))]
    }),
  )
}
