import { createServer } from 'node:http'

/** A token service in the place of the api's. */
export interface TestTokenService {
  readonly url: string
  readonly asked: { login: string; password: string; address: string }[]
  /** What it says to credentials: a status, and a token or something that is none; with 401, why. */
  answer: (login: string, password: string) => [status: number, said?: string]
  close(): void
}

export async function startTokenService(): Promise<TestTokenService> {
  const server = createServer((request, response) => {
    const [login = '', password = ''] = Buffer.from(request.headers.authorization?.split(' ')[1] ?? '', 'base64')
      .toString()
      .split(':')
    service.asked.push({ login, password, address: String(request.headers['x-forwarded-for']) })
    const [status, said] = service.answer(login, password)
    response.writeHead(status, { 'content-type': 'application/json', ...(status === 429 && { 'retry-after': '209' }) })
    if (said === 'cut off') response.write('{', () => response.destroy())
    else if (said === 'a page') response.end('<html>')
    else response.end(JSON.stringify(status === 401 ? { errors: [{ message: said }] } : { token: said }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It listens on no port.')
  const service: TestTokenService = {
    url: `http://127.0.0.1:${address.port}`,
    asked: [],
    answer: () => [401],
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
  return service
}
