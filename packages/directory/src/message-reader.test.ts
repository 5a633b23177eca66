import { describe, expect, it } from 'vitest'
import { MessageReader } from './message-reader.js'

/** A value of BER: a tag, a length of one or of four bytes, and what it holds. */
function value(tag: number, ...parts: readonly (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const length = content.length < 128 ? Buffer.of(content.length) : Buffer.of(0x84, 0, 0, 0, 0)
  if (length.length > 1) length.writeUInt32BE(content.length, 1)
  return Buffer.concat([Buffer.of(tag), length, content])
}

const octets = (...parts: readonly (Buffer | string)[]) => value(0x04, ...parts)
const id = value(0x02, Buffer.of(1))
const message = (...parts: readonly Buffer[]) => value(0x30, id, ...parts)
const result = (tag: number) => value(tag, value(0x0a, Buffer.of(0)), octets(), octets())
const bound = message(result(0x61))
const page = value(0xa0, value(0x30, octets('1.2.840.113556.1.4.319'), octets(value(0x30, id, octets('more')))))
const entryOf = (...attributes: readonly Buffer[]) => message(value(0x64, octets('uid=a'), value(0x30, ...attributes)))
const entry = entryOf(
  value(0x30, octets('uid'), value(0x31, octets('a'), octets('x'.repeat(300)))),
  value(0x30, octets('cn'), value(0x31)),
)
const taken = (...chunks: readonly Buffer[]) => {
  const reader = new MessageReader()
  return chunks.flatMap((chunk) => reader.take(chunk))
}

describe('what a directory sends', () => {
  const all = [
    bound,
    entry,
    message(value(0x73, octets('ldap://x/'))),
    message(result(0x65), page),
    message(value(0x78, octets())),
  ]

  it('is handed on message by message, however it is cut', () => {
    const bytes = Buffer.concat(all)
    for (const size of [1, 2, 7, 100, bytes.length]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      )
      expect(taken(...chunks), `${size} bytes at a time`).toEqual(all)
    }
  })

  it('waits for its end', () => {
    const reader = new MessageReader()
    expect(reader.take(entry.subarray(0, -1))).toEqual([])
    expect(reader.take(Buffer.concat([entry.subarray(-1), bound.subarray(0, 3)]))).toEqual([entry])
    expect(reader.take(bound.subarray(3))).toEqual([bound])
  })

  // For each of these the client's decoder would go on for ever.
  const beyond = Buffer.of(0x04, 0x7f, 1)
  const hidden = octets(Buffer.of(0x04, 0x84))
  it.each([
    ['a result with a text that goes beyond it', message(value(0x61, value(0x0a, Buffer.of(0)), octets(), beyond))],
    ['an entry with an attribute that does', message(value(0x64, octets('uid=a'), value(0x30, Buffer.of(0x30, 0x7f))))],
    ['a value that does', entryOf(value(0x30, octets('uid'), value(0x31, beyond)))],
    [
      'a value within what holds no values',
      message(value(0x64, octets('x'), octets(value(0x30, octets('uid'), value(0x31, beyond))))),
    ],
    ['a list that does', message(value(0x64, octets('x'), Buffer.of(0x30, 0x7f)))],
    ['values that are no texts', entryOf(value(0x30, octets('uid'), value(0x31, id)))],
    ['attributes that are none', entryOf(octets(octets('uid'), value(0x31, beyond)))],
    ['a reference that goes beyond', message(value(0x73, beyond))],
    ['a reference that is no text', message(value(0x73, id))],
    ['a control that goes beyond', message(result(0x65), value(0xa0, Buffer.of(0x30, 0x7f)))],
    ['a control that is none', message(result(0x65), value(0xa0, octets(beyond)))],
    [
      'a control with more than it has',
      message(result(0x65), value(0xa0, value(0x30, octets('1.2'), value(0x01, Buffer.of(255)), octets(), hidden))),
    ],
    [
      'controls within a result',
      message(value(0x61, value(0x0a, Buffer.of(0)), octets(), octets(), value(0xa0, hidden))),
    ],
    ['an entry with more than it has', message(value(0x64, octets('x'), value(0x30), value(0xa0, hidden)))],
    ['an attribute with more than it has', entryOf(value(0x30, octets('uid'), value(0x31), hidden))],
    ['an endless length', Buffer.of(0x30, 0x80, 0, 0)],
    ['a length of five bytes', Buffer.of(0x30, 0x85, 0, 0, 0, 0, 1, 0)],
    ['no message', Buffer.from('HTTP/1.1 400 Bad Request')],
    ['a message without an operation', value(0x30, id)],
    ['a message without anything', value(0x30)],
    [
      'an operation that is nested without end',
      message(Array.from({ length: 20 }).reduce((inner: Buffer) => value(0x61, inner), id)),
    ],
  ])('is refused: %s', (_what, bytes) => {
    const refused = { reason: 'failed', message: 'the directory sends what is no message of LDAP' }
    expect(() => taken(bytes)).toThrow(expect.objectContaining(refused))
    expect(() => taken(bound, bytes)).toThrow(expect.objectContaining(refused))
  })

  it('has a bound in bytes and in values', () => {
    const tooLarge = expect.objectContaining({ reason: 'too-large' })
    const many = Buffer.concat(Array.from({ length: 2000 }, () => octets()))
    const values = value(0x30, octets('uid'), value(0x31, many))
    const reader = new MessageReader()
    expect(reader.take(entryOf(values))).toHaveLength(1)
    expect(() => Array.from({ length: 100 }, () => reader.take(entryOf(values)))).toThrow(tooLarge)
    expect(() => taken(Buffer.of(0x30, 0x84, 0x7f, 0xff, 0xff, 0xff))).toThrow(tooLarge)
    expect(() =>
      taken(
        ...Array.from({ length: 9 }, () =>
          entryOf(value(0x30, octets('a'), value(0x31, octets(Buffer.alloc(1024 * 1024))))),
        ),
      ),
    ).toThrow(tooLarge)
  })
})
