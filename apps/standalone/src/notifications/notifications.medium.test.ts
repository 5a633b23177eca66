import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { mediaTypes } from '@berth/oci'
import { makeImage, OciClient, waitUntil } from '@berth/testkit'
import { expect, it } from 'vitest'
import { startInProcess } from '../testing/start-in-process.js'
import type { RegistryEvent } from './event.js'

it('tells listeners of pushes, pulls, mounts and deletes in the envelope of Distribution', async () => {
  // By id: an event is told again when the listener's answer came too late.
  const told = new Map<string, RegistryEvent>()
  const listener = createServer((request, response) => {
    void json(request).then((body) => {
      for (const event of (body as { events: RegistryEvent[] }).events) told.set(event.id, event)
      return response.end()
    })
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const port = (listener.address() as AddressInfo).port
  const endpoint = `{name: listener, url: "http://127.0.0.1:${port}/", timeout: 10s, threshold: 3, backoff: 100ms}`
  {
    await using server = await startInProcess({
      rest: `notifications: {events: {includereferences: true}, endpoints: [${endpoint}]}`,
    })
    const client = new OciClient(server.url)
    const image = makeImage({ layers: 1 })
    await client.pushImage('dev/a', 'v1', image)
    const layer = JSON.parse(image.manifest.toString()).layers[0].digest
    await client.pullImage('dev/a', 'v1')
    await client.expect(201, 'POST', `dev/b/blobs/uploads/?mount=${layer}&from=dev/a`)
    // A pull's event tells the manifest's type and size, which are read after the answer: the manifest must still be there then.
    await waitUntil(() => told.size === 7, { what: 'the events of pushes, pulls and the mount' })
    await client.expect(202, 'DELETE', `dev/a/manifests/${image.digest}`)
    await waitUntil(() => told.size === 8, { what: 'the event of the delete' })
    const events = [...told.values()]
    const manifestPush = events.find(({ action, target }) => action === 'push' && target.tag === 'v1')
    expect(manifestPush?.target).toMatchObject({
      mediaType: mediaTypes.ociManifest,
      size: image.manifest.byteLength,
      length: image.manifest.byteLength,
      digest: image.digest,
      repository: 'dev/a',
      url: `${server.url}/v2/dev/a/manifests/${image.digest}`,
    })
    expect(manifestPush?.target.references).toHaveLength(2)
    expect(events.find(({ action }) => action === 'mount')?.target).toMatchObject({
      repository: 'dev/b',
      fromRepository: 'dev/a',
      digest: layer,
    })
    expect(events.filter(({ action }) => action === 'pull')).toHaveLength(3)
    expect(events.find(({ action }) => action === 'delete')?.target).toEqual({
      repository: 'dev/a',
      digest: image.digest,
    })
  }
  listener.close()
})
