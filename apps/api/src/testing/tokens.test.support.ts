import type { ApiUnderTest } from './api.test.support.js'

/** Personal access tokens by the API. */
export class Tokens {
  static readonly path = 'users/current/tokens'

  constructor(private readonly api: ApiUnderTest) {}

  make(as: string, token: object) {
    const body = { name: 'ci', access: 'write', ...token }
    return this.api.call({ method: 'POST', path: Tokens.path, as, body })
  }

  /** @returns the token with its secret, and as credentials */
  async made(as: string, token: object = {}) {
    const answer = await this.make(as, token)
    if (answer.status !== 201) throw new Error(answer.text)
    return { ...answer.body, as: `${as.split(':')[0]}:${answer.body.secret}` }
  }

  async list(as: string) {
    return (await this.api.call({ path: Tokens.path, as })).body
  }
}
