import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import type { Digest, ParsedManifest } from '@berth/oci'
import type { Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import type { ArtifactContext } from '../../access/context.js'
import { Database } from '../../database/database.js'
import { additionTitle } from './addition-title.js'
import type { AdditionName, ChartDependency, FileRow, HistoryEntry, LayerRow } from './artifacts.schema.js'
import { filesOf } from './files.js'
import { joinLayers } from './join-layers.js'
import { partsOf } from './parts-of.js'
import { Pulls } from './pulls.js'
import { type TextName, tooLarge } from './text-blobs.js'
import { Texts } from './texts.js'

/** Of a history: steps, and characters of each text. */
const [STEPS, STEP] = [500, 2000]
/** Of a chart, and characters of what is said of each. */
const [DEPENDENCIES, WORD] = [200, 1000]

/** Layers for which it is asked who else holds them, and of each how many are looked at. */
const [SHARED, HOLDERS] = [200, 1000]

interface StoredManifest {
  readonly manifest: Buffer
  readonly digest: Digest
}

/** What is fetched apart of an artifact. */
@Injectable()
export class AdditionsService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly pulls: Pulls,
  ) {}

  /** How an image was built, oldest step first, as far as it is shown. */
  async buildHistory(artifact: ArtifactContext): Promise<HistoryEntry[]> {
    const steps = await this.steps(artifact)
    if (!steps) throw new UserError('ADDITION_NOT_FOUND', { addition: additionTitle('build_history') })
    return steps
  }

  async text(artifact: ArtifactContext, addition: TextName, subject: Subject): Promise<string> {
    const text = await this.texts.read(artifact, addition, subject)
    if (text === null) throw new UserError('ADDITION_NOT_FOUND', { addition: additionTitle(addition) })
    if (text === undefined) throw new UserError('ADDITION_ABSENT', { addition: additionTitle(addition) })
    if (text === tooLarge) throw new UserError('ADDITION_TOO_LARGE', { addition: additionTitle(addition) })
    return text
  }

  /** What a chart's Chart.yaml says that it needs. */
  async chartDependencies({ id }: ArtifactContext): Promise<ChartDependency[]> {
    const word = (key: string) => sql`left(d->>${key}, ${WORD})`
    const row = await this.database.row<{ dependencies: ChartDependency[] }>(sql`
      select coalesce((
        select json_agg(json_strip_nulls(json_build_object('name', coalesce(${word('name')}, ''), 'version', ${word('version')},
          'repository', coalesce(${word('repository')}, ''), 'condition', ${word('condition')}, 'alias', ${word('alias')})) order by place)
        from jsonb_array_elements(case jsonb_typeof(a.config->'dependencies') when 'array' then a.config->'dependencies' else '[]' end)
          with ordinality as w (d, place) where place <= ${DEPENDENCIES}), '[]') as dependencies
      from artifact a where a.id = ${id} and a.kind = 'chart'`)
    if (!row) throw new UserError('ADDITION_NOT_FOUND', { addition: additionTitle('dependencies') })
    return row.dependencies
  }

  /** Of an image or index that no scanner has looked at, Harbor's report is empty. Nothing else is known of any artifact yet. */
  async addition({ id }: ArtifactContext, addition: AdditionName): Promise<Record<string, never>> {
    const row = await this.database.row(
      sql`select 1 as found from artifact where id = ${id} and kind in ('image', 'index')`,
    )
    if (!row || addition !== 'vulnerabilities')
      throw new UserError('ADDITION_NOT_FOUND', { addition: additionTitle(addition) })
    return {}
  }

  /** What has no history that fits its layers has these alone. */
  async layers(artifact: ArtifactContext): Promise<LayerRow[]> {
    const [{ layers }, steps] = await Promise.all([this.parsed(artifact, 'layers'), this.steps(artifact)])
    return joinLayers(layers, steps ?? [], await this.sharing(artifact, layers))
  }

  /** A manifest may hold what others keep in blobs, so it is given out as these are. The registry counts no pull of what is known. */
  async manifest(artifact: ArtifactContext, subject: Subject): Promise<string> {
    const { manifest, digest } = await this.stored(artifact)
    const answer = await this.pulls.ask(artifact.repository, `manifests/${digest}`, subject, {
      'if-none-match': `"${digest}"`,
    })
    if (!answer) throw this.notFound(artifact)
    await answer.body?.cancel()
    return manifest.toString()
  }

  async files(artifact: ArtifactContext): Promise<FileRow[]> {
    const { kind, layers } = await this.parsed(artifact, 'files')
    if (['image', 'index', 'chart'].includes(kind))
      throw new UserError('ADDITION_NOT_FOUND', { addition: additionTitle('files') })
    return filesOf(layers)
  }

  private async parsed(artifact: ArtifactContext, addition: 'layers' | 'files'): Promise<ParsedManifest> {
    const parts = await partsOf(this.database, sql`id = ${artifact.id}`, addition)
    if (!parts) throw this.notFound(artifact)
    return parts
  }

  private async stored(artifact: ArtifactContext): Promise<StoredManifest> {
    const row = await this.database.row<StoredManifest>(
      sql`select manifest, digest from artifact where id = ${artifact.id}`,
    )
    if (!row) throw this.notFound(artifact)
    return row
  }

  private notFound({ reference, repository }: ArtifactContext): UserError {
    return new UserError('ARTIFACT_NOT_FOUND', { reference, repository: repository.name })
  }

  /** How many other artifacts of the project hold each layer. Of one that is everywhere not all are looked at. */
  private async sharing(
    { id, repository }: ArtifactContext,
    layers: ParsedManifest['layers'],
  ): Promise<ReadonlyMap<string, number>> {
    const digests = [...new Set(layers.map(({ digest }) => digest))]
    const rows = await this.database.rows<{ digest: string; others: number }>(sql`
      select d.digest, (
        select count(*)::int
        from (select artifact_id from artifact_blob where digest = d.digest and artifact_id <> ${id} limit ${HOLDERS}) u
        join artifact a on a.id = u.artifact_id and a.deleted_at is null
        join repository r on r.id = a.repository_id and r.project_id = ${repository.project.id}) as others
      from unnest(${digests.slice(0, SHARED)}::text[]) d (digest)`)
    return new Map(rows.map(({ digest, others }) => [digest, others]))
  }

  /** Undefined where it is no image; none where its config does not say. */
  private async steps({ id }: ArtifactContext): Promise<HistoryEntry[] | undefined> {
    const row = await this.database.row<{ history: HistoryEntry[] | null }>(sql`
      select (select json_agg(json_strip_nulls(json_build_object('created', left(step->>'created', 64),
        'created_by', left(step->>'createdBy', ${STEP}), 'comment', left(step->>'comment', ${STEP}),
        'empty_layer', step->'emptyLayer')) order by place)
        from jsonb_array_elements(case jsonb_typeof(a.config->'history') when 'array' then a.config->'history' else '[]' end)
          with ordinality as steps (step, place) where place <= ${STEPS}) as history
      from artifact a where a.id = ${id} and a.kind = 'image'`)
    return row && (row.history ?? [])
  }
}
