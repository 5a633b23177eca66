import { Inject, Injectable } from '@nestjs/common'
import { TransientError } from '@berth/contracts'
import { type Digest, mediaTypes, parseManifest, type RepositoryName } from '@berth/oci'
import type { Subject } from '@berth/rbac'
import { LRUCache } from 'lru-cache'
import sql from 'sql-template-tag'
import type { ArtifactContext } from '../../access/context.js'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { Database } from '../../database/database.js'
import { TokenService } from '../../token/token.service.js'
import { readTexts } from './read-texts.js'

/** Bytes. Charts have some ten thousand. */
const MAX_ARCHIVE = 10 * 1024 * 1024
const REMEMBERED_BYTES = 16 * 1024 * 1024
const PATIENCE_MS = 10_000

/** What people read of a chart, by where its archive has it: in the chart's own folder. */
const wanted = { values: /^[^/]+\/values\.yaml$/, readme: /^[^/]+\/readme\.md$/i }
export type ChartText = keyof typeof wanted
type Texts = Readonly<Partial<Record<ChartText, string>>>

/** What charts hold. Their bytes come from the registry, with the caller's rights to pull them. */
@Injectable()
export class ChartFiles {
  /** By the digest of the archive. */
  private readonly known = new LRUCache<Digest, Texts>({
    maxSize: REMEMBERED_BYTES,
    sizeCalculation: ({ values = '', readme = '' }) => 2 * (values.length + readme.length) + 200,
  })

  constructor(
    private readonly database: Database,
    private readonly tokens: TokenService,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /** @returns undefined where the chart has none, null where it is no chart @throws {TransientError} UNAVAILABLE */
  async read(
    { id, repository }: ArtifactContext,
    text: ChartText,
    subject: Subject,
  ): Promise<string | undefined | null> {
    const archive = await this.archiveOf(id)
    if (!archive) return archive
    const body = await this.open(repository.name, archive, subject)
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

  /** Asked each time: whoever may not pull it, reads nothing of it either. */
  private async open(name: RepositoryName, digest: Digest, subject: Subject): Promise<ReadableStream | undefined> {
    const { token } = await this.tokens.issue('', [`repository:${name}:pull`], subject)
    const url = `${this.settings.components.registryUrl}/v2/${name}/blobs/${digest}`
    try {
      const response = await fetch(url, {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      if (response.ok) return response.body ?? undefined
      await response.body?.cancel()
      if (response.status < 500) return undefined
      throw new Error(`The registry answers ${response.status}.`)
    } catch (cause) {
      throw new TransientError('UNAVAILABLE', {}, { cause })
    }
  }
}
