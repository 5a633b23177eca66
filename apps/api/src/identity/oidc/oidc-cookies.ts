import { Inject, Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { externalUrl } from '../../edge/external-url.js'

/** Where all of signing in by a provider happens. */
const PATH = '/c/oidc'

/** Cookies that only signing in by a provider sees. Lax, because the provider sends the browser back from its own pages. */
@Injectable()
export class OidcCookies {
  constructor(@Inject(SETTINGS) private readonly settings: Pick<ApiSettings, 'externalUrl'>) {}

  set(request: FastifyRequest, reply: FastifyReply, name: string, value: string, seconds: number): void {
    void reply.setCookie(name, value, { ...this.options(request), maxAge: seconds })
  }

  clear(request: FastifyRequest, reply: FastifyReply, name: string): void {
    void reply.clearCookie(name, this.options(request))
  }

  private options({ headers }: FastifyRequest) {
    const secure = externalUrl(this.settings.externalUrl, headers).startsWith('https:')
    return { path: PATH, httpOnly: true, sameSite: 'lax', secure } as const
  }
}
