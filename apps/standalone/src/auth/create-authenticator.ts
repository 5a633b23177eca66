import { readFile } from 'node:fs/promises'
import { type Authenticator, TokenAuthenticator } from '@berth/data-plane'
import type { Configuration } from '@berth/distribution-config'
import type { JwtHeader } from 'jsonwebtoken'
import { BasicAuthenticator } from './basic-authenticator.js'
import { Htpasswd, type HtpasswdLog } from './htpasswd.js'
import { openAccess } from './open-access.js'
import { TrustedKeys, TrustError } from './trusted-keys.js'

type TokenSettings = NonNullable<NonNullable<Configuration['auth']>['token']>

/**
 * How callers prove themselves, as `auth` says.
 * @throws {HtpasswdError} @throws {TrustError} where a file that it names cannot be used
 */
export async function createAuthenticator(auth: Configuration['auth'], log: HtpasswdLog): Promise<Authenticator> {
  if (auth?.htpasswd) return new BasicAuthenticator(await Htpasswd.open(auth.htpasswd.path, log), auth.htpasswd.realm)
  return auth?.token ? createTokenAuthenticator(auth.token) : openAccess
}

async function createTokenAuthenticator(settings: TokenSettings): Promise<Authenticator> {
  const keys = await readKeys(settings.rootcertbundle)
  return new TokenAuthenticator({
    service: settings.service,
    issuer: settings.issuer,
    algorithms: settings.signingalgorithms,
    keysFor: ({ kid, x5c }: JwtHeader) => keys.candidates({ kid, x5c }),
    // Where `autoredirect` is on, the token service is found behind the registry's own name.
    realm: (origin) =>
      settings.autoredirect ? `https://${new URL(origin).host}${settings.autoredirectpath}` : settings.realm,
  })
}

async function readKeys(path: string): Promise<TrustedKeys> {
  try {
    return new TrustedKeys(await readFile(path, 'utf8'))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new TrustError(`auth.token.rootcertbundle ${path}: ${why}`, { cause })
  }
}
