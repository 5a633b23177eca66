import { type OidcProviderServer, startOidcProvider } from '@berth/testkit'
import type { ApiAnswer, ApiUnderTest } from './api.test.support.js'
import { Browser } from './browser.test.support.js'

/** As the tests' requests call this host. */
const APPLICATION = 'http://localhost'

export const startProvider = (options: Omit<Parameters<typeof startOidcProvider>[0], 'applications'> = {}) =>
  startOidcProvider({ applications: [APPLICATION], ...options })

/** Somebody at the provider. */
export const person = (name: string, more: object = {}) => ({ sub: `sub-${name}`, preferred_username: name, ...more })

/** Sets the api up for a provider. */
export async function configureOidc(
  api: ApiUnderTest,
  { issuer, client }: OidcProviderServer,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await configure(api, {
    oidc_name: 'Harbour ID',
    oidc_endpoint: issuer,
    oidc_client_id: client.id,
    oidc_client_secret: client.secret,
    oidc_user_claim: 'preferred_username',
    oidc_groups_claim: 'groups',
    oidc_auto_onboard: true,
    ...settings,
  })
}

export async function configure(api: ApiUnderTest, body: Readonly<Record<string, unknown>>): Promise<void> {
  const answer = await api.call({ method: 'PUT', path: 'configurations', as: 'admin', body })
  if (answer.status !== 200) throw new Error(answer.text)
}

/** A browser that knows the way to the provider and back. */
export class OidcBrowser extends Browser {
  constructor(
    api: ApiUnderTest,
    private readonly provider: OidcProviderServer,
  ) {
    super(api)
  }

  /** @returns where the provider is asked to sign the person in */
  async begin(target = '/projects'): Promise<string> {
    const answer = await this.call({ path: `/c/oidc/login?${String(new URLSearchParams({ redirect_url: target }))}` })
    return String(answer.headers['location'])
  }

  /** Takes the provider's answer back. */
  finish(callback: string): Promise<ApiAnswer> {
    const { pathname, search } = new URL(callback)
    return this.call({ path: pathname + search })
  }

  /** All of it. @returns where the browser is in the end */
  async signInAs(person: OidcProviderServer['person'], target?: string): Promise<string> {
    this.provider.person = person
    const answer = await this.finish(await this.provider.follow(await this.begin(target)))
    return String(answer.headers['location'])
  }

  /** The reason of the page about the sign-in that failed. */
  async failure(): Promise<string | undefined> {
    return (await this.call({ path: '/c/oidc/failure' })).reason
  }

  async whoAmI(): Promise<string | undefined> {
    const { status, body } = await this.call({ path: 'users/current' })
    return status === 200 ? body.username : undefined
  }
}
