import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { OutboundResponse } from './outbound-response.js'

const url = new URL('https://hub.example/v2/')
function response(chunks: readonly (string | Error)[], headers: Record<string, string | string[]> = {}) {
  async function* pieces() {
    for (const chunk of chunks) {
      if (chunk instanceof Error) throw chunk
      yield Buffer.from(chunk)
    }
  }
  const body = Readable.from(pieces(), { objectMode: false })
  const answer = new OutboundResponse(
    200,
    url,
    headers,
    body as unknown as ConstructorParameters<typeof OutboundResponse>[3],
  )
  return { answer, body }
}

it('joins what a header says more than once', () => {
  const { answer } = response([], { link: ['<a>', '<b>'], etag: '"x"' })
  expect([answer.header('link'), answer.header('etag'), answer.header('none')]).toEqual(['<a>, <b>', '"x"', undefined])
})

it('gives its body as it is, as bytes or as JSON', async () => {
  expect(response(['ab', 'c']).answer.stream().readableEnded).toBe(false)
  expect(String(await response(['ab', 'c']).answer.bytes())).toBe('abc')
  expect(await response(['{"a"', ':1}']).answer.json()).toEqual({ a: 1 })
  await expect(response(['{']).answer.json()).rejects.toThrow(SyntaxError)
})

it('takes as much as it may have, and not a byte more, whether its length is told or not', async () => {
  const refusal = { reason: 'too-large', message: 'hub.example answered with more than 3 bytes' }
  expect(await response(['ab', 'c'], { 'content-length': '3' }).answer.bytes(3)).toHaveLength(3)
  const untold = response(['ab', 'cd'])
  await expect(untold.answer.bytes(3)).rejects.toMatchObject(refusal)
  expect(untold.body.destroyed).toBe(true)
  const told = response(['ab'], { 'content-length': '4' })
  await expect(told.answer.bytes(3)).rejects.toMatchObject(refusal)
  expect(told.body.destroyed).toBe(true)
  await expect(response(['[1,', '2]']).answer.json(3)).rejects.toMatchObject(refusal)
})

it('says that it broke off', async () => {
  const { answer } = response(['ab', new Error('terminated')])
  await expect(answer.bytes()).rejects.toMatchObject({
    reason: 'unreachable',
    message: 'hub.example cannot be reached: terminated',
  })
})
