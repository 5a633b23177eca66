import type { ApiAnswer, ApiUnderTest } from './api.test.support.js'

const cookieHeader = (cookies: Readonly<Record<string, string>>) =>
  Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')

/** What a browser keeps: cookies of all answers, and the CSRF token of the last one. */
export class Browser {
  readonly cookies: Record<string, string> = {}
  token = ''

  constructor(private readonly api: ApiUnderTest) {}

  async call(request: Parameters<ApiUnderTest['call']>[0]): Promise<ApiAnswer> {
    const answer = await this.api.call({
      ...request,
      headers: { cookie: cookieHeader(this.cookies), 'x-harbor-csrf-token': this.token, ...request.headers },
    })
    Object.assign(this.cookies, answer.cookies)
    this.token = String(answer.headers['x-harbor-csrf-token'])
    return answer
  }

  signIn(principal: string, password: string): Promise<ApiAnswer> {
    return this.call({ method: 'POST', path: '/c/login', form: { principal, password } })
  }
}
