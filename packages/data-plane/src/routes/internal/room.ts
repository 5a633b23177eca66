import { StorageFullError } from '@berth/storage'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../../http/services.js'

/** Whether uploads are taken in: 204, or 507 where the disk is full up to its reserve. Asked by the api, for its health. */
export async function room({ blobs }: Services, _request: FastifyRequest, reply: FastifyReply): Promise<void> {
  try {
    await blobs.admit()
    reply.code(204)
  } catch (error) {
    if (!(error instanceof StorageFullError)) throw error
    reply.code(507)
  }
  await reply.send()
}
