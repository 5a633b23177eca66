type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

function first(value: string | readonly string[] | undefined): string | undefined {
  const text = typeof value === 'string' ? value : value?.[0]
  return text?.split(',')[0]?.trim() || undefined
}

/** `host[:port]` as proxies in front and the client itself name it. */
export function requestHosts(headers: Headers): string[] {
  return [first(headers['x-forwarded-host']), first(headers['host'])].filter((host) => host !== undefined)
}

/**
 * The address that the client uses, without a slash at its end: the fixed one when there is one, otherwise what the
 * request says (`X-Forwarded-Proto`, `X-Forwarded-Host`, `Host`).
 */
export function externalUrl(fixed: string | undefined, headers: Headers): string {
  if (fixed !== undefined) return fixed
  const scheme = first(headers['x-forwarded-proto']) === 'https' ? 'https' : 'http'
  return `${scheme}://${requestHosts(headers)[0] ?? 'localhost'}`
}
