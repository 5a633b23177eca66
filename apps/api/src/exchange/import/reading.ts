import { RegistryError } from '@berth/registry-client'
import { z } from 'zod'
import type { HarborApi, Listed } from './harbor-api.js'
import type { Kind, Report } from './report.js'

/** Reads lists of a source one by one. What of them is odd or closed is told, and the rest goes on. */
export class Reading {
  constructor(
    readonly source: HarborApi,
    private readonly report: Report,
  ) {}

  async list<Schema extends z.ZodType>(
    path: string,
    kind: Kind,
    schema: Schema,
    project?: string,
  ): Promise<readonly z.output<Schema>[]> {
    const none: Listed<z.output<Schema>> = { rows: [], strange: 0 }
    const { rows, strange } = await this.attempt(() => this.source.list(path, schema), none, kind, project)
    if (strange > 0)
      this.report.add(kind, `${strange} of them`, 'failed', 'They are nothing that Harbor says.', project)
    return rows
  }

  one<Schema extends z.ZodType>(
    path: string,
    kind: Kind,
    schema: Schema,
    project?: string,
  ): Promise<z.output<Schema> | undefined> {
    return this.attempt(() => this.source.get(path, schema), undefined, kind, project)
  }

  private async attempt<Answer>(
    ask: () => Promise<Answer>,
    otherwise: Answer,
    kind: Kind,
    project: string | undefined,
  ): Promise<Answer> {
    try {
      return await ask()
    } catch (error) {
      // Where the source is away, or lets nobody in, nothing that follows would be different.
      if (!(error instanceof RegistryError) || error.isTransient || error.isOfSignIn || error.status === 401)
        throw error
      this.report.add(kind, 'all of them', 'failed', error.message, project)
      return otherwise
    }
  }
}
