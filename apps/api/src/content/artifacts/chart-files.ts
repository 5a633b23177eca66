import { Inject, Injectable } from '@nestjs/common'
import { TransientError, UserError } from '@berth/contracts'
import { type Digest, mediaTypes, parseManifest, type RepositoryName } from '@berth/oci'
import { may, type Subject } from '@berth/rbac'
import { LRUCache } from 'lru-cache'
import sql from 'sql-template-tag'
import { z } from 'zod'
import type { ArtifactContext, RepositoryContext } from '../../access/context.js'
import { forbidden } from '../../access/forbidden.js'
import { RoleFinder } from '../../access/role-finder.js'
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
    private readonly roles: RoleFinder,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /**
   * @returns undefined where the chart has none, null where it is no chart
   * @throws {UserError} FORBIDDEN where the subject may not pull it; DENIED where the project gives it out to nobody
   * @throws {TransientError} UNAVAILABLE
   */
  async read(
    { id, repository }: ArtifactContext,
    text: ChartText,
    subject: Subject,
  ): Promise<string | undefined | null> {
    const archive = await this.archiveOf(id)
    if (!archive) return archive
    await this.requirePull(repository, subject)
    const body = await this.open(repository.name, archive, subject)
    const known = this.known.get(archive)
    if (known) await body?.cancel()
    const texts = known ?? (body && (await readTexts(body, wanted)))
    if (texts) this.known.set(archive, texts)
    return texts?.[text]
  }

  /** What is in an archive is told to nobody who may not have the archive, whichever right shows the addition. */
  private async requirePull({ name, project }: RepositoryContext, subject: Subject): Promise<void> {
    const repository = name.slice(project.name.length + 1)
    const place = { scope: 'project', project: project.id, public: project.public, repository } as const
    if (!may(subject, 'repository:pull', place)) throw forbidden('repository:pull', await this.roles.all())
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
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((cause: unknown) => {
      throw new TransientError('UNAVAILABLE', {}, { cause })
    })
    if (response.ok) return response.body ?? undefined
    if (response.status === 412) throw new UserError('DENIED', { detail: await wordsOf(response) })
    await response.body?.cancel()
    if (response.status < 500) return undefined
    const cause = new Error(`The registry answers ${response.status}.`)
    throw new TransientError('UNAVAILABLE', {}, { cause })
  }
}

const refusal = z.object({ errors: z.tuple([z.object({ message: z.string() })], z.unknown()) })

/** Why a gate of the project gives nothing out. */
async function wordsOf(response: Response): Promise<string> {
  const { errors } = refusal.parse(await response.json())
  return errors[0].message
}
