import { documentsAtWork, mediaTypes } from '@berth/oci'
import { MemoryBlobStore } from '@berth/storage'
import { createLogger } from '@berth/telemetry'
import { expect, it, vi } from 'vitest'
import { Grants } from '../../auth/grants.js'
import { buildServer } from '../../server.js'
import { memoryServices } from '../../testing/memory-services.js'

/** As many bytes as documents at work have room for: nothing beside them goes on. */
const ALL = 12 * 1024 * 1024

it.each([
  ['in the spool', {}, 1],
  ['before it is read, behind a proxy', { 'x-berth-proxy': '1' }, 0],
])('lets no large manifest wait for its turn whose client has gone: %s', async (_, headers, spooled) => {
  const blobs = new MemoryBlobStore()
  const spool = vi.spyOn(blobs, 'spool')
  const discard = vi.spyOn(blobs, 'discard')
  const grants = new Grants('ab'.repeat(32))
  const app = buildServer(memoryServices({}, { blobs, grants }), createLogger({ service: 'registry', level: 'error' }))
  let leave = () => {}
  app.addHook('preHandler', async ({ raw }, reply) => {
    leave = () => {
      Object.assign(raw.socket, { destroyed: true })
      reply.raw.emit('close')
    }
  })
  using _others = await documentsAtWork.take(ALL)
  const payload = Buffer.alloc(100_000)
  const type = { 'content-type': mediaTypes.ociManifest }
  const pushed = app.inject({
    method: 'PUT',
    url: '/v2/dev/app/manifests/v1',
    headers: { ...headers, ...type },
    payload,
  })
  const ended = pushed.then(
    () => 'answered',
    () => 'broken off',
  )
  await vi.waitFor(() => expect(documentsAtWork.isWanted).toBe(true))
  leave()
  expect(await ended).toBe('broken off')
  expect(documentsAtWork.isWanted).toBe(false)
  const files = await Promise.all(spool.mock.results.map(({ value }) => value))
  expect(files).toHaveLength(spooled)
  expect(discard.mock.calls.map(([file]) => file)).toEqual(files)
})
