import { pathInProject, projectOf, type RepositoryName } from '@berth/oci'
import { z } from 'zod'
import type { Kind, Report } from './report.js'

export interface BerthRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Below `/api/v2.0/`, with its query. */
  readonly path: string
  readonly body?: object
}

export interface BerthAnswer {
  readonly status: number
  readonly body: unknown
}

/** Berth's own API, by which all that is brought is written: as whoever uses it, it holds every rule and tells every event. */
export interface Berth {
  send(request: BerthRequest): Promise<BerthAnswer>
}

/** Where the api has a repository. */
export const repositoryPath = (name: RepositoryName): string =>
  `projects/${projectOf(name)}/repositories/${encodeURIComponent(encodeURIComponent(pathInProject(name)))}`

const refusal = z.object({
  errors: z.tuple([z.object({ message: z.string(), reason: z.string().optional() })], z.unknown()),
})

/** What is written to Berth, with what became of it. */
export class Writing {
  constructor(
    private readonly berth: Berth,
    private readonly report: Report,
  ) {}

  /** Makes a thing, unless there is one. @returns its answer where it was made */
  async make(what: Made, path: string, body: object): Promise<BerthAnswer | undefined> {
    const answer = await this.berth.send({ method: 'POST', path, body })
    return this.told(what, answer)
  }

  async change(what: Made, path: string, body: object): Promise<BerthAnswer | undefined> {
    const answer = await this.berth.send({ method: 'PUT', path, body })
    return this.told(what, answer)
  }

  /** All rows of one of Berth's lists. @throws {Error} where it does not give them */
  async rows<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>[]> {
    const rows: z.output<Schema>[] = []
    for (let page = 1; ; page += 1) {
      const separator = path.includes('?') ? '&' : '?'
      const { status, body } = await this.berth.send({
        method: 'GET',
        path: `${path}${separator}page=${page}&page_size=100`,
      })
      if (status !== 200) throw new Error(`Berth does not list ${path}: ${wordsOf(body).message}`)
      const found = z.array(schema).parse(body)
      rows.push(...found)
      if (found.length < 100) return rows
    }
  }

  /** One thing of Berth's. Undefined where there is none. */
  async one<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema> | undefined> {
    const { status, body } = await this.berth.send({ method: 'GET', path })
    if (status === 404) return undefined
    if (status !== 200) throw new Error(`Berth does not tell ${path}: ${wordsOf(body).message}`)
    return schema.parse(body)
  }

  private told({ kind, name, project, isMissing }: Made, answer: BerthAnswer): BerthAnswer | undefined {
    if (answer.status < 300) {
      this.report.add(kind, name, 'brought', '', project)
      return answer
    }
    const { reason, message } = wordsOf(answer.body)
    const outcome = isMissing?.(reason) ? 'left' : isThere(reason) ? 'present' : 'failed'
    this.report.add(kind, name, outcome, outcome === 'present' ? '' : message, project)
    return undefined
  }
}

/** A thing to be made, as the report tells of it. */
export interface Made {
  readonly kind: Kind
  readonly name: string
  readonly project?: string
  /** Reasons of a refusal that say that Berth lacks what the thing is about. */
  readonly isMissing?: (reason: string) => boolean
}

const isThere = (reason: string) => reason.endsWith('_EXISTS') || reason === 'LABEL_ON_ARTIFACT'

function wordsOf(body: unknown): { reason: string; message: string } {
  const { data } = refusal.safeParse(body)
  const [first] = data?.errors ?? []
  return { reason: first?.reason ?? '', message: first?.message ?? 'It was refused without a word.' }
}
