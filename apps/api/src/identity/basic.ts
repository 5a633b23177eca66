/**
 * Credentials of an `Authorization: Basic` header (RFC 7617, UTF-8).
 *
 * @returns undefined when the header is malformed
 */
export function parseBasic(header: string): { login: string; password: string } | undefined {
  const encoded = /^basic\s+([A-Za-z0-9+/_-]+={0,2})\s*$/i.exec(header)?.[1]
  if (encoded === undefined) return undefined
  const decoded = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = decoded.indexOf(':')
  return colon < 1 ? undefined : { login: decoded.slice(0, colon), password: decoded.slice(colon + 1) }
}
