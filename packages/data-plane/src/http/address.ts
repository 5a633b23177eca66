import type { FastifyRequest } from 'fastify'

/** The client's address: what the proxy says, or who is connected. */
export function addressOf(request: FastifyRequest): string | undefined {
  if (request.headers['x-berth-proxy'] === undefined) return request.ip
  const forwarded = request.headers['x-forwarded-for']
  const text = Array.isArray(forwarded) ? forwarded.at(-1) : forwarded
  return text?.split(',').at(-1)?.trim() || undefined
}
