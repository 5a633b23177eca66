import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../../http/services.js'

/** How large the disk of the blobs is, and how much of it is free, in bytes: `{}` where nothing bounds it. Asked by the api. */
export async function volume({ blobs }: Services, _request: FastifyRequest, reply: FastifyReply): Promise<void> {
  await reply.send((await blobs.volume()) ?? {})
}
