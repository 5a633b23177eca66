import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { Endpoint } from '@berth/distribution-config'
import { afterEach, describe, expect, it } from 'vitest'
import { eventsMediaType, type RegistryEvent } from './event.js'
import { EventSender } from './sender.js'

const silent = { warn: () => undefined }
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function listen(statuses: number[]) {
  const received: { type: string | undefined; token: string | undefined; body: unknown }[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body: unknown = await json(request)
    const status = statuses.shift() ?? 200
    if (status < 400)
      received.push({ type: request.headers['content-type'], token: String(request.headers['x-token']), body })
    response.writeHead(status).end()
  }
  const server = createServer((request, response) => void answer(request, response))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, received }
}

const endpoint = (url: string, more: Partial<Endpoint> = {}): Endpoint => ({
  name: 'listener',
  disabled: false,
  url,
  headers: { 'X-Token': ['secret'] },
  timeout: 1000,
  threshold: 2,
  backoff: 20,
  ignoredmediatypes: [],
  ignore: { mediatypes: [], actions: [] },
  ...more,
})

const event = (id: string, more: Partial<RegistryEvent> = {}): RegistryEvent => ({
  id,
  timestamp: '2026-01-01T00:00:00Z',
  action: 'push',
  target: { repository: 'dev/a', mediaType: 'application/octet-stream' },
  request: { id: 'r', addr: '127.0.0.1', host: 'h', method: 'PUT', useragent: 'u' },
  actor: {},
  source: { addr: 'h:5000', instanceID: 'i' },
  ...more,
})

describe('EventSender', () => {
  it('posts events one after the other in the envelope of Distribution, with the configured headers', async () => {
    const { url, received } = await listen([])
    const sender = new EventSender(endpoint(url), silent)
    sender.send(event('1'))
    sender.send(event('2'))
    await sender.close(5000)
    expect(received.map(({ body }) => body)).toEqual([{ events: [event('1')] }, { events: [event('2')] }])
    expect(received[0]).toMatchObject({ type: eventsMediaType, token: 'secret' })
  })

  it('tries again, in order, until the endpoint takes an event', async () => {
    const { url, received } = await listen([500, 503, 500, 202])
    const sender = new EventSender(endpoint(url), silent)
    sender.send(event('1'))
    sender.send(event('2'))
    await sender.close(5000)
    expect(received.map(({ body }) => body)).toEqual([{ events: [event('1')] }, { events: [event('2')] }])
  })

  it('leaves out what the endpoint ignores', async () => {
    const { url, received } = await listen([])
    const ignore = { mediatypes: ['application/x'], actions: ['pull' as const] }
    const sender = new EventSender(endpoint(url, { ignore, ignoredmediatypes: ['application/y'] }), silent)
    sender.send(event('1', { action: 'pull' }))
    sender.send(event('2', { target: { repository: 'a', mediaType: 'application/x' } }))
    sender.send(event('3', { target: { repository: 'a', mediaType: 'application/y' } }))
    sender.send(event('4', { action: 'delete', target: { repository: 'a' } }))
    await sender.close(5000)
    expect(received.map(({ body }) => body)).toMatchObject([{ events: [{ id: '4' }] }])
  })

  it('keeps what waits for one that is away within 32 MiB, and drops the oldest', async () => {
    const sender = new EventSender(endpoint('http://127.0.0.1:9/'), silent)
    const useragent = 'u'.repeat(1024 * 1024 - 400)
    for (let id = 0; id < 100; id++) sender.send(event(String(id), { request: { ...event('').request, useragent } }))
    expect(sender.pending).toBe(32)
    expect(sender.dropped).toBe(68)
    sender.send(event('small'))
    expect(sender.pending).toBeLessThanOrEqual(33)
    // One alone is told however large it is.
    sender.send(event('large', { request: { ...event('').request, useragent: 'u'.repeat(40 * 1024 * 1024) } }))
    expect(sender.pending).toBe(1)
    await sender.close(100)
  })

  it('stops in time when nobody listens', async () => {
    const sender = new EventSender(endpoint('http://127.0.0.1:9/'), silent)
    sender.send(event('1'))
    await sender.close(100)
    expect(sender.pending).toBe(1)
  })
})
