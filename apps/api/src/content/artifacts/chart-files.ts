import { Injectable } from '@nestjs/common'
import { type Digest, mediaTypes, parseManifest } from '@berth/oci'
import type { Subject } from '@berth/rbac'
import { LRUCache } from 'lru-cache'
import sql from 'sql-template-tag'
import type { ArtifactContext } from '../../access/context.js'
import { Database } from '../../database/database.js'
import { Pulls } from './pulls.js'
import { readTexts } from './read-texts.js'

/** Bytes. Charts have some ten thousand. */
const MAX_ARCHIVE = 10 * 1024 * 1024
const REMEMBERED_BYTES = 16 * 1024 * 1024

/** What people read of a chart, by where its archive has it: in the chart's own folder. */
const wanted = { values: /^[^/]+\/values\.yaml$/, readme: /^[^/]+\/readme\.md$/i }
export type ChartText = keyof typeof wanted
type Texts = Readonly<Partial<Record<ChartText, string>>>

/** What charts hold. */
@Injectable()
export class ChartFiles {
  /** By the digest of the archive. */
  private readonly known = new LRUCache<Digest, Texts>({
    maxSize: REMEMBERED_BYTES,
    sizeCalculation: ({ values = '', readme = '' }) => 2 * (values.length + readme.length) + 200,
  })

  constructor(
    private readonly database: Database,
    private readonly pulls: Pulls,
  ) {}

  /**
   * @returns undefined where the chart has none, null where it is no chart
   * @throws what {@link Pulls} does
   */
  async read(
    { id, repository }: ArtifactContext,
    text: ChartText,
    subject: Subject,
  ): Promise<string | undefined | null> {
    const archive = await this.archiveOf(id)
    if (!archive) return archive
    const body = (await this.pulls.ask(repository, `blobs/${archive}`, subject))?.body
    const known = this.known.get(archive)
    if (known) await body?.cancel()
    const texts = known ?? (body && (await readTexts(body, wanted)))
    if (texts) this.known.set(archive, texts)
    return texts?.[text]
  }

  private async archiveOf(id: number): Promise<Digest | undefined | null> {
    const row = await this.database.row<{ manifest: Buffer; media_type: string }>(
      sql`select manifest, media_type from artifact where id = ${id} and kind = 'chart'`,
    )
    if (!row) return null
    const { blobs } = parseManifest(row.manifest, row.media_type)
    const archive = blobs.find(({ mediaType }) => mediaType === mediaTypes.helmChart)
    return archive && archive.size <= MAX_ARCHIVE ? archive.digest : undefined
  }
}
