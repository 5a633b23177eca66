import { Injectable } from '@nestjs/common'
import type { Subject } from '@berth/rbac'
import { LRUCache } from 'lru-cache'
import sql from 'sql-template-tag'
import type { ArtifactContext } from '../../access/context.js'
import { Database } from '../../database/database.js'
import { partsOf } from './parts-of.js'
import { Pulls } from './pulls.js'
import { readTexts } from './read-texts.js'
import { type TextBlob, textBlobOf, type TextName, type TooLarge, tooLarge } from './text-blobs.js'

const REMEMBERED_BYTES = 16 * 1024 * 1024

type FoundTexts = Readonly<Partial<Record<TextName, string | TooLarge>>>

/** What charts and models hold for people to read. */
@Injectable()
export class Texts {
  /** By the digest of the blob, and what was looked for in it. */
  private readonly known = new LRUCache<string, FoundTexts>({
    maxSize: REMEMBERED_BYTES,
    sizeCalculation: (found) =>
      Object.values(found).reduce((sum, text) => sum + (text === tooLarge ? 0 : 2 * text.length), 200),
  })

  constructor(
    private readonly database: Database,
    private readonly pulls: Pulls,
  ) {}

  /**
   * @returns undefined where the artifact has none, null where its kind has no such text
   * @throws what {@link Pulls} does, and {@link partsOf}
   */
  async read(
    { id, repository }: ArtifactContext,
    name: TextName,
    subject: Subject,
  ): Promise<string | TooLarge | undefined | null> {
    const blob = await this.blobOf(id, name)
    if (!blob || blob === tooLarge) return blob
    const key = [blob.digest, ...Object.keys(blob.files)].join(' ')
    const body = (await this.pulls.ask(repository, `blobs/${blob.digest}`, subject))?.body
    const known = this.known.get(key)
    if (known) await body?.cancel()
    const texts = known ?? (body && (await readTexts(body, blob.packing, blob.files)))
    if (texts) this.known.set(key, texts)
    return texts?.[name]
  }

  private async blobOf(id: number, name: TextName): Promise<TextBlob | TooLarge | undefined | null> {
    const parts = await partsOf(this.database, sql`id = ${id} and kind in ('chart', 'model')`, name)
    return parts ? textBlobOf(parts, name) : null
  }
}
