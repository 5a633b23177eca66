import type { Authenticator, Identity } from '@berth/data-plane'
import type { Htpasswd } from './htpasswd.js'
import { unlimited } from './open-access.js'

/** Basic authentication against an htpasswd file. Whoever is in it may do everything, as in Distribution. */
export class BasicAuthenticator implements Authenticator {
  constructor(
    private readonly htpasswd: Htpasswd,
    private readonly realm: string,
  ) {}

  async identify(authorization: string | undefined): Promise<Identity | undefined> {
    const encoded = /^basic +([A-Za-z0-9+/=_-]+) *$/i.exec(authorization ?? '')?.[1]
    if (encoded === undefined) return undefined
    const credentials = Buffer.from(encoded, 'base64').toString('utf8')
    const colon = credentials.indexOf(':')
    if (colon < 0) return undefined
    const user = credentials.slice(0, colon)
    return (await this.htpasswd.verify(user, credentials.slice(colon + 1))) ? unlimited(user) : undefined
  }

  challenge(): string {
    return `Basic realm=${JSON.stringify(this.realm)}`
  }
}
