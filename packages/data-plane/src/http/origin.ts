import type { FastifyRequest } from 'fastify'
import { header } from './exchange.js'

const host = /^[A-Za-z0-9._-]+(?::\d{1,5})?$|^\[[0-9A-Fa-f:.]+\](?::\d{1,5})?$/

/**
 * Scheme and host by which the client reached the registry, without a trailing slash: fixed by configuration, or what the proxies in
 * front tell, or the request itself.
 */
export function originOf(request: FastifyRequest, externalUrl: string | undefined): string {
  if (externalUrl !== undefined) return externalUrl.replace(/\/+$/, '')
  const forwarded = forwardedPairs(firstOf(header(request, 'forwarded')))
  const proto = (firstOf(header(request, 'x-forwarded-proto')) ?? forwarded.get('proto'))?.toLowerCase()
  const scheme = proto === 'http' || proto === 'https' ? proto : request.protocol
  const candidates = [firstOf(header(request, 'x-forwarded-host')), forwarded.get('host'), header(request, 'host')]
  return `${scheme}://${candidates.find((candidate) => candidate !== undefined && host.test(candidate)) ?? 'localhost'}`
}

/** Each proxy of a chain appends its own value: the first is the client's. */
function firstOf(list: string | undefined): string | undefined {
  return list?.split(',')[0]?.trim()
}

/** RFC 7239, 4: `for=192.0.2.1;proto=https;host="registry.example:5000"`. */
function forwardedPairs(element = ''): Map<string, string> {
  const pairs = element.split(';').map((pair) => pair.split('='))
  return new Map(
    pairs.map(([name = '', value = '']) => [name.trim().toLowerCase(), value.trim().replace(/^"|"$/g, '')]),
  )
}
