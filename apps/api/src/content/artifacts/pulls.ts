import { Inject, Injectable } from '@nestjs/common'
import { TransientError, UserError } from '@berth/contracts'
import { may, type Subject } from '@berth/rbac'
import { z } from 'zod'
import type { RepositoryContext } from '../../access/context.js'
import { forbidden } from '../../access/forbidden.js'
import { RoleFinder } from '../../access/role-finder.js'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { TokenService } from '../../token/token.service.js'

const PATIENCE_MS = 10_000

/** What people get by pulling comes from the registry, with their rights and past the gates of the project, whichever page shows it. */
@Injectable()
export class Pulls {
  constructor(
    private readonly tokens: TokenService,
    private readonly roles: RoleFinder,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /**
   * Asked each time: whoever may not pull it, reads nothing of it either.
   * @param path behind the name of the repository: `blobs/<digest>`
   * @returns the answer where there is something, or where it is what `headers` say that is known; undefined where there is none
   * @throws {UserError} FORBIDDEN where the subject may not pull it; DENIED where the project gives it out to nobody
   * @throws {TransientError} UNAVAILABLE
   */
  async ask(
    repository: RepositoryContext,
    path: string,
    subject: Subject,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response | undefined> {
    const { name } = repository
    await this.require(repository, subject)
    const { token } = await this.tokens.issue('', [`repository:${name}:pull`], subject)
    const response = await fetch(`${this.settings.components.registryUrl}/v2/${name}/${path}`, {
      headers: { ...headers, authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((cause: unknown) => {
      throw new TransientError('UNAVAILABLE', {}, { cause })
    })
    if (response.ok || response.status === 304) return response
    if (response.status === 412) throw new UserError('DENIED', { detail: await wordsOf(response) })
    await response.body?.cancel()
    if (response.status < 500) return undefined
    const cause = new Error(`The registry answers ${response.status}.`)
    throw new TransientError('UNAVAILABLE', {}, { cause })
  }

  private async require({ name, project }: RepositoryContext, subject: Subject): Promise<void> {
    const repository = name.slice(project.name.length + 1)
    const place = { scope: 'project', project: project.id, public: project.public, repository } as const
    if (!may(subject, 'repository:pull', place)) throw forbidden('repository:pull', await this.roles.all())
  }
}

const refusal = z.object({ errors: z.tuple([z.object({ message: z.string() })], z.unknown()) })

/** Why a gate of the project gives nothing out. */
async function wordsOf(response: Response): Promise<string> {
  const { errors } = refusal.parse(await response.json())
  return errors[0].message
}
