import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { digestOf, mediaTypes } from '@berth/oci'
import { makeImage } from '@berth/testkit'
import { expect } from 'vitest'
import { startTestPlatform } from '../test-platform.js'

export const image = makeImage()
export const config = { mediaType: mediaTypes.ociConfig, digest: digestOf(image.config), size: image.config.length }
export const layer = {
  mediaType: 'application/vnd.oci.image.layer.v1.tar',
  digest: digestOf(image.layers[0] ?? Buffer.of()),
  size: image.layers[0]?.length ?? 0,
}
export const absent = digestOf(Buffer.from('nobody has pushed this'))

export interface Answer {
  readonly status: number
  readonly head: string
  readonly body: string
}

/** A platform that holds the image `dev/app:v1`, and is sent what nobody should send. */
export async function besetPlatform() {
  const platform = await startTestPlatform()
  const { client } = platform
  const token = platform.token('repository:dev/app:pull,push,delete registry:catalog:*')
  await client.pushImage('dev/app', 'v1', image)
  const { registry: workers } = await platform.processes()
  /** Ids of the uploads that clients know of. */
  const begun = new Set<string>()

  /** Sends bytes as they are, and reads until the connection ends. */
  async function speak(request: string): Promise<Answer> {
    const socket = connect(platform.port, '127.0.0.1')
    socket.setTimeout(20_000, () => socket.destroy(new Error('no answer')))
    socket.write(request)
    let text = ''
    for await (const chunk of socket) text += String(chunk)
    const [head = '', body = ''] = text.split(/\r\n\r\n(.*)/s)
    return { status: Number(head.split(' ')[1]), head, body }
  }

  return {
    platform,
    client,
    token,
    workers,
    speak,

    send: (method: string, path: string, headers: readonly string[] = [], body = ''): Promise<Answer> => {
      const lines = [`${method} ${path} HTTP/1.1`, 'host: berth', 'connection: close', `authorization: Bearer ${token}`]
      return speak(`${[...lines, ...headers].join('\r\n')}\r\n\r\n${body}`)
    },

    /** Begins an upload. @returns its address */
    begin: async (): Promise<string> => {
      const { headers } = await client.expect(202, 'POST', 'dev/app/blobs/uploads/')
      begun.add(headers.get('docker-upload-uuid') ?? '')
      return headers.get('location') ?? ''
    },

    /** That it is an error of the specification's form, and tells nothing of what is behind. */
    expectError: (answer: Answer, status: number, code: string): void => {
      expect(answer.body).not.toMatch(new RegExp(`${platform.root}|\\bat .+\\.js|select |postgres`, 'i'))
      expect(answer.head).toMatch(/content-type: application\/json/i)
      const { errors }: { errors: { code: string; message: string }[] } = JSON.parse(answer.body)
      expect({ status: answer.status, code: errors[0]?.code }).toEqual({ status, code })
    },

    expectNothingLeft: async (): Promise<void> => {
      expect(await readdir(platform.spool)).toEqual([])
      const uploads = await readdir(join(platform.root, 'uploads'))
      // Whoever began an upload may go on with it.
      expect(uploads.filter((name) => !begun.has(name.split('.', 1)[0] ?? ''))).toEqual([])
    },

    /** Ends it. Whatever came, no worker has ended, and none has met what it takes for a fault of its own. */
    endUnharmed: async (): Promise<void> => {
      try {
        expect((await platform.processes()).registry).toEqual(workers)
        expect(platform.output()).not.toMatch(/"level":"(?:error|fatal)"/)
        expect((await client.pullImage('dev/app', 'v1')).digest).toBe(image.digest)
      } finally {
        await platform[Symbol.asyncDispose]()
      }
    },
  }
}
