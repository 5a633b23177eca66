import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Answers a question of the proxy: 204 with the headers that `decide` gives, or 403 where it throws. That says nothing more: the
 * client's real error comes from the endpoint itself, which the proxy asks next.
 */
export async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  decide: () => Promise<Record<string, string | number>>,
): Promise<void> {
  try {
    reply.code(204).headers(await decide())
  } catch (error) {
    request.log.debug({ reqId: request.id, url: request.url, err: error }, 'refused')
    reply.code(403)
  }
  await reply.send()
}
