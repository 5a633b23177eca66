import { succeed } from './command.js'

export interface CurlAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** Asks with curl, which shows an answer as it came: redirects not followed, every `Set-Cookie` kept. */
export async function curl(url: string, args: readonly string[] = []): Promise<CurlAnswer> {
  const output = await succeed('curl', ['--silent', '--show-error', '--include', '--max-time', '30', ...args, url])
  const [head = '', ...rest] = output.split('\r\n\r\n')
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers = new Headers()
  for (const line of lines) headers.append(line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim())
  return { status: Number(statusLine.split(' ')[1]), headers, body: rest.join('\r\n\r\n') }
}
