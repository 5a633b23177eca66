import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import { deleteManifest } from '@berth/metadata'
import sql from 'sql-template-tag'
import type { ArtifactContext, ProjectContext, RepositoryContext } from '../../access/context.js'
import { Database } from '../../database/database.js'
import { Page } from '../../edge/results.js'
import { Lists } from '../../listing/lists.js'
import { parseConditions } from '../../listing/parse-conditions.js'
import type { Subject } from '@berth/rbac'
import { artifactView, listed, living } from './artifact-view.js'
import type {
  AdditionName,
  ArtifactListQuery,
  ArtifactQuery,
  ArtifactRow,
  ChartDependency,
  HistoryEntry,
} from './artifacts.schema.js'
import { keptTags } from './kept-tags.js'
import { ChartFiles, type ChartText } from './chart-files.js'

const viewOf = (shown: ArtifactQuery, repository: RepositoryContext) =>
  artifactView({ withTags: shown.with_tag, withAccessories: shown.with_accessory }, repository)

const asksForAll = ({ q }: ArtifactListQuery) => parseConditions(q).some(({ field }) => field === 'base')

/** Of a history: steps, and characters of each text. */
const [STEPS, STEP] = [500, 2000]
/** Of a chart, and characters of what is said of each. */
const [DEPENDENCIES, WORD] = [200, 1000]

const chartTexts = { 'values.yaml': 'values', 'readme.md': 'readme' } as const satisfies Record<string, ChartText>

const CHART_ADDITIONS = ['values.yaml', 'readme.md', 'dependencies']

type BareArtifact = Omit<ArtifactRow, 'addition_links'>

@Injectable()
export class ArtifactsService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly chartFiles: ChartFiles,
  ) {}

  /** Nothing where there is no such repository. */
  async list(repository: RepositoryContext | undefined, query: ArtifactListQuery): Promise<Page<ArtifactRow>> {
    if (!repository) return new Page([], 0, query.page, query.page_size)
    const { id, project } = repository
    const scope = asksForAll(query)
      ? { where: [sql`a.repository_id = ${id}`, living] }
      : {
          where: [sql`a.repository_id = ${id}`, listed],
          total: sql`(select listed_count from repository where id = ${id})`,
        }
    const page = await this.lists.page(viewOf(query, repository), query, scope)
    const tell = await this.tellKept(repository)
    return page.map((row) => withLinks(project, tell(row)))
  }

  async get({ id, reference, repository }: ArtifactContext, query: ArtifactQuery): Promise<ArtifactRow> {
    const row = await this.lists.row(viewOf(query, repository), [sql`a.id = ${id}`, living])
    if (!row) throw new UserError('ARTIFACT_NOT_FOUND', { reference, repository: repository.name })
    const tell = await this.tellKept(repository)
    return withLinks(repository.project, tell(row))
  }

  /** Marks the tags that a rule keeps from everybody. */
  private async tellKept(repository: RepositoryContext): Promise<(row: BareArtifact) => BareArtifact> {
    const kept = await keptTags(this.database, repository)
    return (row) => ({
      ...row,
      tags: row.tags?.map((tag) => ({ ...tag, immutable: kept(tag.name).immutable })) ?? null,
    })
  }

  /** Deletes the artifact with all its tags, also when named by one of them. */
  async delete({ digest, reference, repository }: ArtifactContext, actor: Actor): Promise<void> {
    const deleted = await this.database.transaction((transaction) =>
      deleteManifest(transaction, repository.name, digest, actor),
    )
    if (!deleted) throw new UserError('ARTIFACT_NOT_FOUND', { reference, repository: repository.name })
  }

  /** How an image was built, oldest step first, as far as it is shown. */
  async buildHistory({ id }: ArtifactContext): Promise<HistoryEntry[]> {
    const row = await this.database.row<{ history: HistoryEntry[] }>(sql`
      select (select json_agg(json_strip_nulls(json_build_object('created', left(step->>'created', 64),
        'created_by', left(step->>'createdBy', ${STEP}), 'comment', left(step->>'comment', ${STEP}),
        'empty_layer', step->'emptyLayer')) order by place)
        from jsonb_array_elements(a.config->'history') with ordinality as steps (step, place) where place <= ${STEPS}) as history
      from artifact a where a.id = ${id} and jsonb_typeof(a.config->'history') = 'array'`)
    if (!row) throw new UserError('ADDITION_NOT_FOUND', { addition: 'build_history' })
    return row.history ?? []
  }

  async chartText(artifact: ArtifactContext, addition: keyof typeof chartTexts, subject: Subject): Promise<string> {
    const text = await this.chartFiles.read(artifact, chartTexts[addition], subject)
    if (text === undefined) throw new UserError('ADDITION_NOT_FOUND', { addition })
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
    if (!row) throw new UserError('ADDITION_NOT_FOUND', { addition: 'dependencies' })
    return row.dependencies
  }

  /** Of an image that no scanner has looked at, Harbor's report is empty. Nothing else is known of any artifact yet. */
  async addition({ id }: ArtifactContext, addition: AdditionName): Promise<Record<string, never>> {
    const row = await this.database.row(sql`select 1 as found from artifact where id = ${id} and kind = 'image'`)
    if (!row || addition !== 'vulnerabilities') throw new UserError('ADDITION_NOT_FOUND', { addition })
    return {}
  }
}

/** Harbor's clients follow these to what is fetched apart. */
function withLinks(project: ProjectContext, row: BareArtifact): ArtifactRow {
  const repository = encodeURIComponent(encodeURIComponent(row.repository_name.slice(project.name.length + 1)))
  const additions = `/api/v2.0/projects/${project.name}/repositories/${repository}/artifacts/${row.digest}/additions`
  const link = (name: string) => ({ [name]: { href: `${additions}/${name}`, absolute: false } })
  const isImage = row.type === 'IMAGE' && row.references === null
  const names = isImage ? ['build_history', 'vulnerabilities'] : row.type === 'CHART' ? CHART_ADDITIONS : []
  return { ...row, addition_links: Object.assign({}, ...names.map(link)) }
}
